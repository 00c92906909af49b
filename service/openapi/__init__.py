"""openapi: the HTTP service as OpenAPI describes it."""
