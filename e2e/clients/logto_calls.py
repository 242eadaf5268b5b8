"""Signs in by the package logto as an application does, and prints what its calls give: one JSON object a line."""

import asyncio
import json
import os
import sys

from logto import LogtoClient, LogtoConfig, LogtoException, Storage, UserInfoScope


class Values(Storage):
    def __init__(self):
        self.values = {}

    def get(self, key):
        return self.values.get(key)

    def set(self, key, value):
        self.values[key] = value

    def delete(self, key):
        self.values.pop(key, None)


def say(**what):
    print(json.dumps(what), flush=True)


async def refusal(call):
    try:
        await call
    except LogtoException as refused:
        return str(refused)
    return None


async def main():
    resource = os.environ["RESOURCE"]
    organization = os.environ["ORGANIZATION"]
    callback = os.environ["CALLBACK"]
    client = LogtoClient(
        LogtoConfig(
            endpoint=os.environ["ENDPOINT"],
            appId=os.environ["APP_ID"],
            appSecret=os.environ["APP_SECRET"],
            resources=[resource],
            scopes=[UserInfoScope.email, UserInfoScope.customData, UserInfoScope.organizations, "read", "write", "stock:count"],
        ),
        storage=Values(),
    )
    say(url=await client.signIn(redirectUri=callback))
    arrived = sys.stdin.readline().strip()
    say(
        forged=await refusal(client.handleSignInCallback(callback + "?code=x&state=forged")),
        elsewhere=await refusal(client.handleSignInCallback("http://localhost:9/elsewhere?code=x")),
    )
    await client.handleSignInCallback(arrived)
    say(authenticated=client.isAuthenticated(), claims=client.getIdTokenClaims().model_dump(mode="json"))
    say(
        resource=(await client.getAccessTokenClaims(resource)).model_dump(mode="json"),
        organization=(await client.getOrganizationTokenClaims(organization)).model_dump(mode="json"),
    )
    say(
        opaque=await client.getAccessToken(),
        info=(await client.fetchUserInfo()).model_dump(mode="json"),
        refreshable=client.getRefreshToken() is not None,
    )
    say(signOut=await client.signOut(postLogoutRedirectUri="http://localhost:9/"), authenticated=client.isAuthenticated())


asyncio.run(main())
