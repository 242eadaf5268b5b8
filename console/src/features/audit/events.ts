/** The keys of the log that have words of their own, from the particular to the general. */
const names: [RegExp, string][] = [
  [/^ExchangeTokenBy\.AuthorizationCode$/, 'tokenIssued'],
  [/^ExchangeTokenBy\.RefreshToken$/, 'tokenRenewed'],
  [/^ExchangeTokenBy\.ClientCredentials$/, 'tokenForMachine'],
  [/^ExchangeTokenBy\.DeviceCode$/, 'tokenForDevice'],
  [/^ExchangeTokenBy\./, 'tokenExchanged'],
  [/^Revoke/, 'tokenRevoked'],
  [/^Interaction\.Create$/, 'begun'],
  [/^Interaction\.Create\.Captcha$/, 'captchaChecked'],
  [/^Interaction\.End$/, 'ended'],
  [/^Interaction\.SignIn\.Submit$/, 'signedIn'],
  [/^Interaction\.Register\.Submit$/, 'signedUp'],
  [/^Interaction\.ForgotPassword\.Submit$/, 'passwordReplaced'],
  [/Verification\.Password\.Submit$/, 'passwordChecked'],
  [/VerificationCode\.Create$/, 'codeSent'],
  [/VerificationCode\.Submit$/, 'codeChecked'],
  [/Verification\.Social\.Create$/, 'sentToProvider'],
  [/Verification\.Social\.Submit$/, 'backFromProvider'],
  [/Identifier\.Submit$/, 'accountChosen'],
  [/Profile\.Update$/, 'profileCompleted'],
  [/\.(Create|Update|Submit)$/, 'step'],
];

/** The phrase that names an event; nothing for a key that only its name describes. */
export const eventName = (key: string): string | undefined => names.find(([pattern]) => pattern.test(key))?.[1];

/** The keys that the filter offers; any other may stand in the address. */
export const keys = [
  'Interaction.SignIn.Submit',
  'Interaction.Register.Submit',
  'Interaction.ForgotPassword.Submit',
  'Interaction.SignIn.Verification.Password.Submit',
  'Interaction.SignIn.Identifier.Submit',
  'Interaction.Create',
  'Interaction.Create.Captcha',
  'Interaction.End',
  'ExchangeTokenBy.AuthorizationCode',
  'ExchangeTokenBy.RefreshToken',
  'ExchangeTokenBy.ClientCredentials',
  'ExchangeTokenBy.TokenExchange',
  'RevokeToken',
  'RevokeGrants',
];

const hour = 3_600_000;

/** How far back the list looks, by its name in the address. */
export const spans: Record<string, number> = { hour, day: 24 * hour, week: 168 * hour, month: 720 * hour };

/** When the span begins, as the API takes it; nothing for any time. */
export const startOf = (span: string): number | undefined => (spans[span] === undefined ? undefined : Date.now() - spans[span]);
