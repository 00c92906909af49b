"""errors: every error that we raise.

    DiplographError
    ├── ReadError            a file or an article that cannot be read
    ├── LanguageError        an article in a language that we do not convert
    ├── ConversionError      a conversion that was cut short
    ├── SchemaError          a data file of ours that contradicts the ontology or its own format
    ├── StoreError           a store that cannot be opened, read or written
    │   └── EngineError      another engine that does not answer, or not as it should
    └── QueryError           a query that cannot be taken
        └── ParameterError   a parameter that is unknown, malformed or out of range

Each message says what is wrong, where, and how to put it right, in one line.
"""


class DiplographError(Exception):
    """The root of all errors that we raise on purpose."""


class ReadError(DiplographError):
    """A file or an article cannot be read."""


class LanguageError(ReadError):
    """An article is in a language that we do not convert."""


class ConversionError(DiplographError):
    """A conversion is cut short: its process died."""


class SchemaError(DiplographError):
    """A data file of ours contradicts the ontology or its own format."""


class StoreError(DiplographError):
    """A store cannot be opened, read or written."""


class EngineError(StoreError):
    """Another engine that keeps the store does not answer, or not as it should."""


class QueryError(DiplographError):
    """A query cannot be taken."""


class ParameterError(QueryError):
    """A parameter is unknown, malformed or out of range."""
