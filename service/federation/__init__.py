"""federation: what a query asks of other endpoints by SERVICE, where whoever runs the service allows it."""
