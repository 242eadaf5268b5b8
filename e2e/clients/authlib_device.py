"""A device by Authlib: prints where somebody has to go, asks until they have been there, prints what it got."""

import json
import os
import time

from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8628 import DEVICE_CODE_GRANT_TYPE

issuer = os.environ["ISSUER"]
session = OAuth2Session(
    os.environ["CLIENT_ID"], scope="openid profile offline_access", token_endpoint_auth_method="none"
)
metadata = session.request("GET", f"{issuer}/.well-known/openid-configuration", withhold_token=True).json()
codes = session.request(
    "POST",
    metadata["device_authorization_endpoint"],
    data={"client_id": session.client_id, "scope": session.scope},
    withhold_token=True,
).json()
print(codes["verification_uri_complete"], flush=True)

pending = False
while True:
    try:
        token = session.fetch_token(
            metadata["token_endpoint"], grant_type=DEVICE_CODE_GRANT_TYPE, device_code=codes["device_code"]
        )
        break
    except OAuthError as error:
        if error.error not in ("authorization_pending", "slow_down"):
            raise
        pending = True
        time.sleep(codes["interval"] + (5 if error.error == "slow_down" else 0))

info = session.get(metadata["userinfo_endpoint"]).json()
print(json.dumps({"pending": pending, "info": info}), flush=True)
