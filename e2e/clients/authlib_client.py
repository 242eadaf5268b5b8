"""A relying party by Authlib: prints where the person has to go, reads where they came back, prints what it got."""

import json
import os
import sys

from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from authlib.jose import JsonWebKey, jwt
from authlib.oauth2.rfc7523 import ClientSecretJWT, PrivateKeyJWT

issuer = os.environ["ISSUER"]
method = os.environ["METHOD"]
redirect_uri = os.environ["REDIRECT_URI"]
secret = os.environ["CLIENT_SECRET"]

session = OAuth2Session(
    os.environ["CLIENT_ID"],
    secret,
    scope="openid profile offline_access",
    redirect_uri=redirect_uri,
    token_endpoint_auth_method=method,
    revocation_endpoint_auth_method=method,
    code_challenge_method="S256",
)
metadata = session.request("GET", f"{issuer}/.well-known/openid-configuration", withhold_token=True).json()
token_endpoint = metadata["token_endpoint"]
if method == "client_secret_jwt":
    session.register_client_auth_method(ClientSecretJWT(token_endpoint))
if method == "private_key_jwt":
    session.register_client_auth_method(PrivateKeyJWT(token_endpoint))

verifier = generate_token(48)
nonce = generate_token(16)
url, state = session.create_authorization_url(
    metadata["authorization_endpoint"], code_verifier=verifier, nonce=nonce, prompt="consent"
)
print(url, flush=True)
back = sys.stdin.readline().strip()

token = session.fetch_token(token_endpoint, authorization_response=back, state=state, code_verifier=verifier)
keys = JsonWebKey.import_key_set(session.request("GET", metadata["jwks_uri"], withhold_token=True).json())
claims = jwt.decode(
    token["id_token"],
    keys,
    claims_options={"iss": {"value": issuer}, "aud": {"value": session.client_id}, "nonce": {"value": nonce}},
)
claims.validate()
info = session.get(metadata["userinfo_endpoint"]).json()
refreshed = session.refresh_token(token_endpoint, refresh_token=token["refresh_token"])
introspected = session.introspect_token(metadata["introspection_endpoint"], refreshed["access_token"]).json()
revoked = session.revoke_token(metadata["revocation_endpoint"], refreshed["refresh_token"], "refresh_token")
assert revoked.ok, revoked.text
after = session.introspect_token(metadata["introspection_endpoint"], refreshed["access_token"]).json()
print(
    json.dumps(
        {
            "sub": claims["sub"],
            "info": info,
            "refreshed": refreshed["access_token"] != token["access_token"],
            "active": introspected["active"],
            "activeAfter": after["active"],
        }
    ),
    flush=True,
)
