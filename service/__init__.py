"""service: the graph offered, as command line and over HTTP."""
