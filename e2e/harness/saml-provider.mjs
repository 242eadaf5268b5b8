// An enterprise's provider of SAML 2.0 on another site, whose only person presses a button.
import { execFileSync } from 'node:child_process';
import { createHash, createSign, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const id = () => `_${randomBytes(16).toString('hex')}`;
const instant = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();

/** Nothing, where nobody has asked. */
const answering = (request) => (request.id ? ` InResponseTo="${request.id}"` : '');

function keyAndCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 'saml-'));
  const [key, certificate] = ['key.pem', 'certificate.pem'].map((name) => join(folder, name));
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=idp', '-keyout', key, '-out', certificate],
    { stdio: 'ignore' },
  );
  const read = { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  rmSync(folder, { recursive: true });
  return read;
}

/** The assertion in its canonical form, so that what is signed is the text itself. */
function assertion({ entityId, request, person }) {
  const attributes = Object.entries(person.attributes)
    .map(([name, value]) => `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`)
    .join('');
  return {
    id: id(),
    open(self) {
      return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${self}" IssueInstant="${instant(0)}" Version="2.0"><saml:Issuer>${entityId}</saml:Issuer>`;
    },
    rest:
      `<saml:Subject><saml:NameID>${person.id}</saml:NameID>` +
      '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
      `<saml:SubjectConfirmationData${answering(request)} NotOnOrAfter="${instant(300)}" Recipient="${request.place}"></saml:SubjectConfirmationData>` +
      '</saml:SubjectConfirmation></saml:Subject>' +
      `<saml:Conditions NotBefore="${instant(-5)}" NotOnOrAfter="${instant(300)}"><saml:AudienceRestriction><saml:Audience>${request.issuer}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
      `<saml:AuthnStatement AuthnInstant="${instant(0)}"></saml:AuthnStatement>` +
      `<saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion>`,
  };
}

function signature(text, reference, key) {
  const info =
    '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">' +
    `<ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod>` +
    '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>' +
    `<ds:Reference URI="#${reference}"><ds:Transforms>` +
    '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>' +
    `<ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>` +
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>' +
    `<ds:DigestValue>${createHash('sha256').update(text).digest('base64')}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const value = createSign('sha256').update(info).sign(key, 'base64');
  return `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${info}<ds:SignatureValue>${value}</ds:SignatureValue></ds:Signature>`;
}

function response(entityId, request, person, key) {
  const said = assertion({ entityId, request, person });
  const open = said.open(said.id);
  const signed = open + signature(open + said.rest, said.id, key) + said.rest;
  return (
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${id()}" Version="2.0" IssueInstant="${instant(0)}" ` +
    `Destination="${request.place}"${answering(request)}>` +
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>' +
    `${signed}</samlp:Response>`
  );
}

const attribute = (xml, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(xml)[1];

const bindings = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-';

function metadata(entityId, certificate, binding, location) {
  const bare = certificate.replace(/-----.*?-----|\s/g, '');
  return (
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
    '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing">' +
    `<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${bare}</X509Certificate></X509Data></KeyInfo>` +
    `</KeyDescriptor><SingleSignOnService Binding="${bindings}${binding}" Location="${location}"/></IDPSSODescriptor></EntityDescriptor>`
  );
}

/** What is asked: at `/posted` by a form and not otherwise. */
async function asks(request, url) {
  if (url.pathname !== '/posted') return url.searchParams;
  if (request.method !== 'POST') return new URLSearchParams();
  let body = '';
  for await (const piece of request) body += piece;
  return new URLSearchParams(body);
}

function read(sent, posted) {
  const bytes = Buffer.from(sent, 'base64');
  const xml = (posted ? bytes : inflateRawSync(bytes)).toString();
  return {
    id: attribute(xml, 'ID'),
    place: attribute(xml, 'AssertionConsumerServiceURL'),
    issuer: /<saml:Issuer[^>]*>([^<]*)</.exec(xml)[1],
  };
}

/** Starts it; `person` has an `id` and `attributes`. */
export async function startSamlProvider(person) {
  const { key, certificate } = keyAndCertificate();
  const entityId = 'urn:quai';
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url, 'http://idp');
    const query = await asks(request, url);
    const asked = query.has('SAMLRequest') ? read(query.get('SAMLRequest'), url.pathname === '/posted') : { place: query.get('place'), issuer: query.get('issuer') };
    if (!asked.place) return answer.writeHead(404).end();
    const value = Buffer.from(response(entityId, asked, person, key)).toString('base64');
    const state = query.has('RelayState') ? `<input type="hidden" name="RelayState" value="${query.get('RelayState')}">` : '';
    answer.setHeader('Content-Type', 'text/html').end(
      `<!doctype html><html lang="en"><title>Quai</title><form method="post" action="${asked.place}">
<input type="hidden" name="SAMLResponse" value="${value}">${state}
<button>Go on as ${person.id}</button></form>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${server.address().port}`;
  return {
    config: { entityId, signInEndpoint: `${base}/sso`, x509Certificate: certificate },
    /** The same of a provider that takes requests by a form only. */
    posted: { metadata: metadata(entityId, certificate, 'POST', `${base}/posted`) },
    /** Its page of applications, with the one of this service provider. */
    portal: ({ assertionConsumerServiceUrl: place, entityId: issuer }) => `${base}/portal?${new URLSearchParams({ place, issuer })}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
