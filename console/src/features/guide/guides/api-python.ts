import type { Guide } from '../guide';

const apiPython: Guide = {
  needs: 'Python 3.9+',
  minutes: 6,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'pip install flask "pyjwt[crypto]"\n' }] },
    {
      kind: 'protect',
      snippets: [
        {
          file: 'api.py',
          language: 'python',
          text: `import os
from functools import wraps

import jwt
from flask import Flask, g, jsonify, request

ISSUER = "{{issuer}}"
AUDIENCE = "https://books.example/api"

app = Flask(__name__)
keys = jwt.PyJWKClient(f"{ISSUER}/jwks")


def requires(scope):
    """Lets a request pass whose access token is for this API and holds the scope."""

    def guard(view):
        @wraps(view)
        def guarded(*args, **kwargs):
            scheme, _, token = request.headers.get("Authorization", "").partition(" ")
            if scheme.lower() != "bearer" or not token:
                return jsonify(error="no access token"), 401
            try:
                key = keys.get_signing_key_from_jwt(token)
                claims = jwt.decode(token, key, algorithms=["ES384", "RS256"], issuer=ISSUER, audience=AUDIENCE)
            except jwt.PyJWTError:
                return jsonify(error="the access token is not valid"), 401
            if scope not in claims.get("scope", "").split():
                return jsonify(error=f"{scope} is missing"), 403
            g.auth = claims
            return view(*args, **kwargs)

        return guarded

    return guard


@app.get("/books")
@requires("read:books")
def books():
    return jsonify(reader=g.auth["sub"], books=["Middlemarch"])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "3100")))
`,
        },
      ],
    },
    { kind: 'call', snippets: [{ file: 'Terminal', language: 'shell', text: "python api.py &\ncurl http://localhost:3100/books -H 'Authorization: Bearer <access token>'\n" }] },
  ],
};

export default apiPython;
