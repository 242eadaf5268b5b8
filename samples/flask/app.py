"""A small bookshop whose readers sign in through Gatehouse, with the published package `logto`."""

import os
import secrets
from typing import Optional

from flask import Flask, jsonify, redirect, request, session
from logto import LogtoClient, LogtoConfig, LogtoException, Storage

APP_URL = os.environ.get("APP_URL", "http://localhost:3000")

app = Flask(__name__)
# Flask signs its session cookie with this key: without it, the session storage below refuses to work.
app.secret_key = os.environ.get("SECRET_KEY") or secrets.token_hex(32)


class SessionStorage(Storage):
    """Keeps a reader's tokens in Flask's own session cookie, so that every browser has its own."""

    def get(self, key: str) -> Optional[str]:
        return session.get(key)

    def set(self, key: str, value: Optional[str]) -> None:
        session[key] = value

    def delete(self, key: str) -> None:
        session.pop(key, None)


config = LogtoConfig(
    endpoint=os.environ["ENDPOINT"],
    appId=os.environ["APP_ID"],
    appSecret=os.environ["APP_SECRET"],
)

if os.environ.get("STORAGE", "session") == "memory":
    # One store for the whole process: every visitor is the same person. For a first try only.
    client = LogtoClient(config)
else:
    client = LogtoClient(config, storage=SessionStorage())


@app.route("/")
async def home():
    if client.isAuthenticated():
        return 'You are signed in. <a href="/sign-out">Sign out</a>'
    return 'Nobody is signed in. <a href="/sign-in">Sign in</a> or <a href="/sign-up">sign up</a>'


@app.route("/sign-in")
async def sign_in():
    return redirect(await client.signIn(redirectUri=f"{APP_URL}/callback"))


@app.route("/sign-up")
async def sign_up():
    return redirect(
        await client.signIn(redirectUri=f"{APP_URL}/callback", interactionMode="signUp")
    )


@app.route("/callback")
async def callback():
    try:
        await client.handleSignInCallback(request.url)
    except LogtoException as refused:
        return f"Sign-in did not work: {refused}", 400, {"Content-Type": "text/plain; charset=utf-8"}
    return redirect("/")


@app.route("/sign-out")
async def sign_out():
    return redirect(await client.signOut(postLogoutRedirectUri=f"{APP_URL}/"))


@app.route("/claims")
async def claims():
    """What the ID token says of the reader."""
    if not client.isAuthenticated():
        return jsonify(None), 401
    return jsonify(client.getIdTokenClaims().model_dump())


@app.route("/user-info")
async def user_info():
    """The same asked of the server: fetches a fresh access token when the old one has run out."""
    if not client.isAuthenticated():
        return jsonify(None), 401
    return jsonify((await client.fetchUserInfo()).model_dump())


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(os.environ.get("APP_PORT", "3000")))
