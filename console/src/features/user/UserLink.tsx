import { Link } from 'react-router';
import { useTenantPath } from '@/app/tenant';
import { Avatar } from '@/parts/Avatar';
import { nameOf, type Listed } from './user';

/** A person in a list: the picture, and the name that leads to the page. */
export function UserLink({ user }: { user: Listed }) {
  const path = useTenantPath();
  return (
    <span className="who">
      <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} />
      <Link to={path(`users/${user.id}`)}>{nameOf(user)}</Link>
    </span>
  );
}
