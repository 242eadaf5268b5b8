"""A service provider made of the PyPI package `python3-saml`: one command a line, one answer a line, both JSON."""

import json
import sys
from urllib.parse import urlsplit

from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.idp_metadata_parser import OneLogin_Saml2_IdPMetadataParser


def settings(metadata, entity, acs, own):
    """Strict: both signatures are wanted, and everything in the message must fit."""
    idp = OneLogin_Saml2_IdPMetadataParser.parse(metadata)
    return OneLogin_Saml2_IdPMetadataParser.merge_settings(
        {
            "strict": True,
            "sp": {
                "entityId": entity,
                "assertionConsumerService": {"url": acs},
                "x509cert": own.get("certificate", ""),
                "privateKey": own.get("key", ""),
            },
            "security": {
                "wantAssertionsSigned": True,
                "wantMessagesSigned": own.get("message_signed", True),
                "wantAssertionsEncrypted": "key" in own,
                "failOnAuthnContextMismatch": True,
            },
        },
        idp,
    )


def auth(known, form=None):
    acs = urlsplit(known["sp"]["assertionConsumerService"]["url"])
    request = {"https": "off", "http_host": acs.netloc, "script_name": acs.path, "get_data": {}, "post_data": form or {}}
    return OneLogin_Saml2_Auth(request, old_settings=known)


def main():
    known = None
    for line in sys.stdin:
        asked = json.loads(line)
        if asked["do"] == "register":
            known = settings(asked["metadata"], asked["entity"], asked["acs"], asked["own"])
            answer = {}
        elif asked["do"] == "login":
            one = auth(known)
            answer = {"url": one.login(return_to=asked["relay"]), "id": one.get_last_request_id()}
        else:
            one = auth(known, asked["form"])
            one.process_response(request_id=asked["id"])
            answer = {
                "errors": one.get_errors(),
                "reason": one.get_last_error_reason(),
                "authenticated": one.is_authenticated(),
                "name": one.get_nameid(),
                "format": one.get_nameid_format(),
                "session": one.get_session_index(),
                "attributes": one.get_attributes(),
            }
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
