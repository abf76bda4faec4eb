#!/bin/sh
# Run once by the postgres image when its volume is empty: the roles, three passwords from secrets, one database.
set -eu
sql="psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=${POSTGRES_USER:-postgres}"
$sql --file="${ROLES_SQL:-/deploy/roles.sql}"
secrets=${SECRETS_FOLDER:-/run/secrets}
$sql --set=owner="$(cat "$secrets/database_owner")" --set=portal="$(cat "$secrets/database_portal")" \
    --set=aggregate="$(cat "$secrets/database_aggregate")" <<'SQL'
alter role portal_owner password :'owner';
alter role portal_app password :'portal';
alter role portal_aggregate password :'aggregate';
create database portal owner portal_owner;
revoke connect on database portal from public;
grant connect on database portal to portal_app, portal_aggregate;
SQL
