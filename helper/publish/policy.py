"""The content security policy that IT staff are told to set for the whole site; a test holds every kind of page under it."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "img-src 'self'",
        "style-src 'self'",
        "manifest-src 'self'",
        "frame-src 'self'",
    )
)
