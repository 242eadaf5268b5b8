import type { Answer } from '@/app/api/client';

/** An application as the Management API gives it. */
export type Application = Answer<'get', '/api/applications/{id}'>;

export type ApplicationType = Application['type'];

/** A type as people speak of it: an application of others is third-party, whatever it is built with. */
export const kindOf = ({ type, isThirdParty }: Pick<Application, 'type' | 'isThirdParty'>) => (isThirdParty ? 'ThirdParty' : type);

/** Whether it keeps a secret. */
export const hasSecret = (type: ApplicationType) => type === 'Traditional' || type === 'MachineToMachine' || type === 'Protected';

/** Whether it may be given something: roles to a machine, permissions to an application of others. */
export const hasPermissions = ({ type, isThirdParty }: Pick<Application, 'type' | 'isThirdParty'>) => type === 'MachineToMachine' || isThirdParty;
