"""figures: numbers tied to what they measure ("trade turnover grew by 15 percent")."""
