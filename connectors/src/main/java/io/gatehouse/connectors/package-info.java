/**
 * The contract between Gatehouse and the services outside: {@link
 * io.gatehouse.connectors.SocialConnector social} sign-in, {@link
 * io.gatehouse.connectors.EmailConnector e-mail} and {@link io.gatehouse.connectors.SmsConnector
 * text messages}. One folder below holds one connector; {@code discord} is the one to copy.
 *
 * <h2>For whoever calls connectors</h2>
 *
 * <ul>
 *   <li>{@link io.gatehouse.connectors.Connectors#installed()} once at start; {@code all()} and
 *       {@code find(factoryId)} after that. {@link io.gatehouse.connectors.ConnectorMetadata}
 *       written by Jackson is a factory of the Management API, less {@code type} ({@link
 *       io.gatehouse.connectors.Connector#type()}) and {@code isDemo}.
 *   <li>{@link io.gatehouse.connectors.Connector#check} before a configuration is stored.
 *       Configurations stay {@code JsonNode}s outside; each connector reads its own into a record
 *       at every call.
 *   <li>One {@link io.gatehouse.connectors.Outside} is made at start from the server's {@link
 *       io.gatehouse.connectors.HttpSender} and {@link io.gatehouse.connectors.Dialer} (both behind
 *       the egress guard), its clock and a {@code SecureRandom}. A fifth argument leads branded
 *       providers' addresses elsewhere: {@code uri -> URI.create("http://127.0.0.1:9/" +
 *       uri.getHost() + uri.getPath())}.
 *   <li>Social: {@code authorizationUri(request, config, outside)} may write a {@link
 *       io.gatehouse.connectors.SocialSession} (a map of texts) through the request; keep it with
 *       the interaction. On return {@code complete(new SocialCallback(data, () -> session), config,
 *       outside)}; {@code data} is the callback's parameters and {@code redirectUri}. Where there
 *       is no place for a session pass {@code SocialSession.Writer.unavailable()} and {@code
 *       SocialSession.Reader.unavailable()}.
 *   <li>{@link io.gatehouse.connectors.TokenSet} is what may be stored for {@code
 *       refresh(refreshToken, config, outside)}; its JSON has the names of the wire. A provider
 *       that does not rotate refresh tokens answers none: keep the old one.
 *   <li>Messages: {@code send(new Message(to, type, payload, ip, template), config, outside)};
 *       {@code template} is the tenant's own where one exists for the type and language.
 *   <li>Every failure is a {@link io.gatehouse.connectors.ConnectorException}: {@code code()},
 *       {@code status()}, {@code data()}, {@code details()}, and {@code description()} for the
 *       message's placeholder. Calls block; run them on virtual threads.
 * </ul>
 *
 * <h2>For whoever adds one</h2>
 *
 * A folder with the class, {@code connector.json} (ids, names in five languages, form), {@code
 * logo.svg} and {@code README.md}; a line in {@code
 * META-INF/services/io.gatehouse.connectors.Connector}; a test against a server on loopback. {@link
 * io.gatehouse.connectors.Fields} reads configurations and answers; social ones extend {@link
 * io.gatehouse.connectors.client.OAuthConnector}; {@code carrier} holds the steps of a service that
 * takes messages, and {@code signing} the signatures that clouds want.
 */
@NullMarked
package io.gatehouse.connectors;

import org.jspecify.annotations.NullMarked;
