-- Who may sign in. The auth_ tables are those of the sign-in library, in our spelling; what a person may be here is in `roles`.

CREATE TABLE auth_user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 0,
  image TEXT,
  two_factor_enabled INTEGER DEFAULT 0,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE auth_session (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  token TEXT NOT NULL UNIQUE,
  expires_at TEXT NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX auth_session_user ON auth_session (user_id);

CREATE TABLE auth_account (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  access_token TEXT,
  refresh_token TEXT,
  id_token TEXT,
  access_token_expires_at TEXT,
  refresh_token_expires_at TEXT,
  scope TEXT,
  password TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX auth_account_user ON auth_account (user_id);

CREATE TABLE auth_verification (
  id TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX auth_verification_identifier ON auth_verification (identifier);

CREATE TABLE auth_two_factor (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  secret TEXT NOT NULL,
  backup_codes TEXT NOT NULL,
  verified INTEGER DEFAULT 1,
  failed_verification_count INTEGER DEFAULT 0,
  locked_until TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX auth_two_factor_user ON auth_two_factor (user_id);

-- What a person is here: administrator; manager of a cluster; consultant or member of a company. `scope` is the cluster's name or the company's
-- public id, empty for an administrator. `until` is the last day, for consultants.
CREATE TABLE roles (
  id INTEGER PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'manager', 'consultant', 'member')),
  scope TEXT NOT NULL,
  until TEXT,
  given_by TEXT NOT NULL,
  given_at TEXT NOT NULL,
  ended_by TEXT,
  ended_at TEXT
) STRICT;
CREATE INDEX roles_user ON roles (user_id);

-- A link that makes an account with one role. Only a hash of the link's word is kept.
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  email TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'manager', 'consultant', 'member')),
  scope TEXT NOT NULL,
  until TEXT,
  given_by TEXT NOT NULL,
  given_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  withdrawn_at TEXT
) STRICT;

-- Who asked for a new password while no mail could be sent; the administrator makes the link.
CREATE TABLE password_requests (
  user_id TEXT PRIMARY KEY REFERENCES auth_user (id) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
