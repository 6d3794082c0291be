-- Functions, triggers, row-level security and grants. Safe to run after every migration: everything is replaced, nothing is added twice.

-- The organisation and, for a client's session, the client of this transaction.
create or replace function current_org() returns uuid language sql stable as
$$ select nullif(current_setting('app.org', true), '')::uuid $$;
create or replace function current_client() returns uuid language sql stable as
$$ select nullif(current_setting('app.client', true), '')::uuid $$;

-- ---------------------------------------------------------------------------------------------------------------- audit chain
create or replace function append_audit(p_at timestamptz, p_actor text, p_command text, p_request text, p_events jsonb)
returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_org uuid := current_org();
  v_seq bigint;
  v_prev text;
  v_hash text;
  v_event jsonb;
begin
  if v_org is null then raise exception 'no organisation in this transaction'; end if;
  insert into audit_heads (org_id, seq, hash) values (v_org, 0, repeat('0', 64)) on conflict do nothing;
  select seq, hash into v_seq, v_prev from audit_heads where org_id = v_org for update;
  for v_event in select value from jsonb_array_elements(p_events) loop
    v_seq := v_seq + 1;
    v_hash := audit_hash(v_prev, v_org, v_seq, p_at, p_actor, p_command, v_event);
    insert into audit_events (org_id, seq, at, actor, command, case_id, event, request_id, prev, hash)
    values (v_org, v_seq, p_at, p_actor, p_command, (v_event ->> 'caseId')::uuid, v_event, p_request, v_prev, v_hash);
    v_prev := v_hash;
  end loop;
  update audit_heads set seq = v_seq, hash = v_prev where org_id = v_org;
  return v_seq;
end $$;

create or replace function audit_hash(p_prev text, p_org uuid, p_seq bigint, p_at timestamptz, p_actor text, p_command text, p_event jsonb)
returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws('|', p_prev, p_org, p_seq,
    to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), p_actor, p_command, p_event::text), 'UTF8')), 'hex')
$$;

-- A demo office is dropped whole and a client erased by functions of the owner, which hold a permit while they do so. The app's
-- role cannot write one: what it removes itself, directly or by cascade, is kept.
create or replace function is_dropping() returns boolean language sql stable security definer set search_path = public, pg_temp as
$$ select exists (select 1 from drop_permits where transaction = pg_current_xact_id_if_assigned()::text) $$;

create or replace function refuse_change() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and is_dropping() then return old; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create or replace trigger audit_events_append_only before update or delete on audit_events for each row execute function refuse_change();
create or replace trigger audit_events_keep before truncate on audit_events for each statement execute function refuse_change();
create or replace trigger access_log_append_only before update or delete on access_log for each row execute function refuse_change();
create or replace trigger access_log_keep before truncate on access_log for each statement execute function refuse_change();

-- What was sent stays as it was sent: only its fate (outcome) may change.
create or replace function keep_sent_version() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.sent_at is not null and (to_jsonb(new) - 'outcome' - 'version') is distinct from (to_jsonb(old) - 'outcome' - 'version') then
    raise exception 'a sent version is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger proposal_versions_sent before update on proposal_versions for each row execute function keep_sent_version();

create or replace function keep_sent_lines() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'DELETE' and is_dropping() then return old; end if;
  if tg_op <> 'INSERT' and exists (
    select 1 from proposal_versions v where v.org_id = old.org_id and v.id = old.version_id and v.sent_at is not null
  -- One that is written already sent, as the demo's are, gets all its lines in one transaction.
  ) or tg_op <> 'DELETE' and exists (
    select 1 from proposal_versions v join proposal_lines l on l.org_id = v.org_id and l.version_id = v.id
    where v.org_id = new.org_id and v.id = new.version_id and v.sent_at is not null
      and l.xmin::text::bigint <> pg_current_xact_id()::text::bigint % 4294967296
  ) then
    raise exception 'a sent version is immutable' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger proposal_lines_sent before insert or update or delete on proposal_lines
  for each row execute function keep_sent_lines();

-- Factors stay as they were frozen at sending; a correction is one more row, marked as such.
create or replace trigger factor_snapshots_append_only before update or delete on factor_snapshots for each row execute function refuse_change();
create or replace trigger factor_snapshots_keep before truncate on factor_snapshots for each statement execute function refuse_change();

-- What was imported of the past stays as it was imported, or goes with its import.
create or replace function keep_past_outcome() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'an imported outcome is immutable' using errcode = 'restrict_violation';
end $$;
create or replace trigger past_outcomes_kept before update on past_outcomes for each row execute function keep_past_outcome();

-- A published template and a written letter stay as they are; a demo office is dropped whole.
create or replace function keep_published_template() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.number is not null and (tg_op = 'UPDATE' or not is_dropping()) then
    raise exception 'a published template is immutable' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger letter_templates_published before update or delete on letter_templates for each row execute function keep_published_template();

create or replace function keep_written_letter() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.state <> 'WAITING' and (tg_op = 'UPDATE' or not is_dropping()) then
    raise exception 'a written letter is immutable' using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger letters_written before update or delete on letters for each row execute function keep_written_letter();

create or replace function keep_evidence_file() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.file_hash is not null and new.file_hash is distinct from old.file_hash then
    raise exception 'an evidence file is kept as received' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger evidence_file before update on evidence for each row execute function keep_evidence_file();

-- What was given to a creditor, and what a checklist asked for at a time, stay as they were.
create or replace trigger evidence_bundles_kept before update or delete on evidence_bundles for each row execute function refuse_change();
create or replace trigger evidence_bundles_keep before truncate on evidence_bundles for each statement execute function refuse_change();
create or replace trigger checklist_versions_kept before update or delete on checklist_versions for each row execute function refuse_change();

-- ---------------------------------------------------------------------------------------------------------------- the card and the counters
-- The card the board shows, as JSON text, so that a window of cards is read without building anything.
create or replace function write_card() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  v_client text; v_product text; v_owner text;
begin
  select masked_name into v_client from clients where org_id = new.org_id and id = new.client_id;
  select brand into v_product from creditor_products where org_id = new.org_id and id = new.product_id;
  select name into v_owner from members where org_id = new.org_id and user_id = new.owner_id;
  new.card := json_build_object('id', new.id, 'no', new.number, 'name', v_client, 'product', v_product, 'owed', new.owed::text,
    'action', new.next_action, 'text', new.next_action_text, 'due', new.due_on, 'whose', new.whose_move,
    'since', to_char(new.stage_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'owner', v_owner,
    'hold', new.hold_until, 'overlays', new.overlays, 'stage', new.stage, 'serial', new.serial, 'v', new.version)::text;
  return new;
end $$;
create or replace trigger cases_card before insert or update on cases for each row execute function write_card();

create or replace function touch_cards() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'clients' then
    update cases set card = '' where org_id = new.org_id and client_id = new.id;
  elsif tg_table_name = 'members' then
    update cases set card = '' where org_id = new.org_id and owner_id = new.user_id;
  else
    update cases set card = '' where org_id = new.org_id and product_id = new.id;
  end if;
  return null;
end $$;
create or replace trigger clients_cards after update of masked_name on clients for each row when (old.masked_name is distinct from new.masked_name) execute function touch_cards();
create or replace trigger members_cards after update of name on members for each row when (old.name is distinct from new.name) execute function touch_cards();
create or replace trigger products_cards after update of brand on creditor_products for each row when (old.brand is distinct from new.brand) execute function touch_cards();

create or replace function count_case(p_case cases, p_sign int) returns void language sql set search_path = public, pg_temp as $$
  insert into board_counters (org_id, owner_id, team_id, stage, count, total)
  values (p_case.org_id, p_case.owner_id, coalesce(p_case.team_id, '00000000-0000-0000-0000-000000000000'), p_case.stage, p_sign, p_sign * p_case.owed)
  on conflict (org_id, owner_id, team_id, stage) do update
    set count = board_counters.count + excluded.count, total = board_counters.total + excluded.total
$$;
create or replace function keep_counters() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform count_case(new, 1);
  elsif tg_op = 'DELETE' then
    perform count_case(old, -1);
  elsif (old.owner_id, old.team_id, old.stage, old.owed) is distinct from (new.owner_id, new.team_id, new.stage, new.owed) then
    -- One order for everybody (owner, team, stage), so that two movers cannot lock each other out.
    if (old.owner_id, coalesce(old.team_id, '00000000-0000-0000-0000-000000000000'), old.stage)
       <= (new.owner_id, coalesce(new.team_id, '00000000-0000-0000-0000-000000000000'), new.stage) then
      perform count_case(old, -1); perform count_case(new, 1);
    else
      perform count_case(new, 1); perform count_case(old, -1);
    end if;
  end if;
  return null;
end $$;
create or replace trigger cases_counters after insert or update or delete on cases for each row execute function keep_counters();

-- What a colleague's browser hears: ids only, sent when the transaction commits.
create or replace function tell_board() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' or (old.version, old.card) is distinct from (new.version, new.card) then
    -- Who had it before is told too: the card has to leave their board.
    perform pg_notify('board', json_build_object('org', new.org_id, 'case', new.id, 'v', new.version,
      'owners', array_remove(array[new.owner_id, old.owner_id], null), 'teams', array_remove(array[new.team_id, old.team_id], null))::text);
  end if;
  return null;
end $$;
create or replace trigger cases_told after insert or update on cases for each row when (current_setting('app.quiet', true) is distinct from 'yes') execute function tell_board();

-- ---------------------------------------------------------------------------------------------------------------- search
-- Word-start search inside the transaction's organisation. A definer function, because trigram operators are not
-- leakproof and would lose their index under row-level security.
create or replace function search_cases(p_patterns text[], p_limit int) returns table (case_id uuid, owner_id uuid, team_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query execute
    'select s.case_id, s.owner_id, s.team_id from case_search s where s.org_id = $1 and '
    || (select string_agg(format('s.text like %L', p), ' and ') from unnest(p_patterns) p)
    || ' limit $2'
  using current_org(), p_limit;
end $$;

-- ---------------------------------------------------------------------------------------------------------------- sign-in
-- The only doors to accounts and sessions; the app's role cannot read those tables.
create or replace function auth_account(p_email text) returns table (id uuid, email text, name text, password_hash text, locale text, disabled boolean)
language sql stable security definer set search_path = public, pg_temp as
$$ select u.id, u.email, u.name, u.password_hash, u.locale, u.disabled_at is not null from users u where u.email = lower(p_email) $$;

create or replace function auth_memberships(p_user uuid)
returns table (org_id uuid, org_name text, name text, roles text[], client_id uuid)
language sql stable security definer set search_path = public, pg_temp as
$$ select m.org_id, o.name, m.name, m.roles, m.client_id from members m join organisations o on o.id = m.org_id
   where m.user_id = p_user and m.disabled_at is null order by o.created_at, o.id $$;

create or replace function auth_open_session(p_sid_hash text, p_user uuid, p_org uuid, p_now timestamptz, p_idle_minutes int, p_hours int, p_agent text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into sessions (sid_hash, user_id, org_id, created_at, last_seen_at, expires_at, idle_minutes, user_agent)
  values (p_sid_hash, p_user, p_org, p_now, p_now, p_now + make_interval(hours => p_hours), p_idle_minutes, left(p_agent, 200))
$$;

-- Somebody a client authorised has a way in as long as the authorisation holds; everybody else needs none.
create or replace function auth_delegation_holds(p_org uuid, p_user uuid, p_roles text[], p_now timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not 'DELEGATE' = any(p_roles) or exists (select 1 from delegations d
    where d.org_id = p_org and d.user_id = p_user and d.revoked_at is null and d.expires_at > p_now)
$$;

-- One read per request: the session if it still holds, with everything an Actor needs. Touches last_seen at most once a minute.
create or replace function auth_session(p_sid_hash text, p_now timestamptz)
returns table (user_id uuid, org_id uuid, org_name text, time_zone text, is_demo boolean, user_name text, email text, locale text, roles text[], client_id uuid, owners uuid[], teams uuid[])
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sessions set last_seen_at = p_now
   where sid_hash = p_sid_hash and revoked_at is null and last_seen_at < p_now - interval '1 minute'
     and expires_at > p_now and last_seen_at + make_interval(mins => idle_minutes) > p_now;
  return query
    select u.id, o.id, o.name, o.time_zone, o.is_demo, m.name, u.email, coalesce(u.locale, o.locale), m.roles, m.client_id,
      array(select d.owner_id from deputies d where d.org_id = o.id and d.deputy_id = u.id
            and (p_now at time zone o.time_zone)::date between d."from" and d."to"),
      array(select t.id from team_members tm join teams t on t.org_id = tm.org_id and t.id = tm.team_id
            where tm.org_id = o.id and tm.user_id = u.id and not t.is_private)
    from sessions s join users u on u.id = s.user_id join organisations o on o.id = s.org_id
      join members m on m.org_id = s.org_id and m.user_id = s.user_id
    where s.sid_hash = p_sid_hash and s.revoked_at is null and s.expires_at > p_now
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > p_now
      and u.disabled_at is null and m.disabled_at is null and auth_delegation_holds(m.org_id, m.user_id, m.roles, p_now);
end $$;

create or replace function auth_api_key(p_key_hash text, p_now timestamptz)
returns table (scope text, user_id uuid, org_id uuid, org_name text, time_zone text, is_demo boolean, user_name text, email text, locale text, roles text[], client_id uuid, owners uuid[], teams uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select k.scope, u.id, o.id, o.name, o.time_zone, o.is_demo, m.name, u.email, coalesce(u.locale, o.locale), m.roles, m.client_id,
    array(select d.owner_id from deputies d where d.org_id = o.id and d.deputy_id = u.id
          and (p_now at time zone o.time_zone)::date between d."from" and d."to"),
    array(select t.id from team_members tm join teams t on t.org_id = tm.org_id and t.id = tm.team_id
          where tm.org_id = o.id and tm.user_id = u.id and not t.is_private)
  from api_keys k join users u on u.id = k.user_id join organisations o on o.id = k.org_id
    join members m on m.org_id = k.org_id and m.user_id = k.user_id
  where k.key_hash = p_key_hash and k.revoked_at is null and u.disabled_at is null and m.disabled_at is null
$$;

-- Somebody's place in an office, for work done later in their name: nobody where it was taken back meanwhile.
create or replace function auth_member(p_org uuid, p_user uuid, p_now timestamptz)
returns table (user_id uuid, org_id uuid, org_name text, time_zone text, is_demo boolean, user_name text, email text, locale text, roles text[], client_id uuid, owners uuid[], teams uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select m.user_id, o.id, o.name, o.time_zone, o.is_demo, m.name, coalesce(u.email, ''), coalesce(u.locale, o.locale), m.roles, m.client_id,
    array(select d.owner_id from deputies d where d.org_id = o.id and d.deputy_id = m.user_id
          and (p_now at time zone o.time_zone)::date between d."from" and d."to"),
    array(select t.id from team_members tm join teams t on t.org_id = tm.org_id and t.id = tm.team_id
          where tm.org_id = o.id and tm.user_id = m.user_id and not t.is_private)
  from members m join organisations o on o.id = m.org_id left join users u on u.id = m.user_id
  where m.org_id = p_org and m.user_id = p_user and m.disabled_at is null and u.disabled_at is null
$$;

-- Whether a session still holds, without counting as being there.
create or replace function auth_session_holds(p_sid_hash text, p_now timestamptz) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from sessions s join users u on u.id = s.user_id join members m on m.org_id = s.org_id and m.user_id = s.user_id
    where s.sid_hash = p_sid_hash and s.revoked_at is null and s.expires_at > p_now
      and s.last_seen_at + make_interval(mins => s.idle_minutes) > p_now and u.disabled_at is null and m.disabled_at is null
      and auth_delegation_holds(m.org_id, m.user_id, m.roles, p_now))
$$;

create or replace function auth_close_session(p_sid_hash text, p_now timestamptz) returns void
language sql security definer set search_path = public, pg_temp as
$$ update sessions set revoked_at = p_now where sid_hash = p_sid_hash and revoked_at is null $$;

create or replace function auth_set_locale(p_user uuid, p_locale text) returns void
language sql security definer set search_path = public, pg_temp as $$ update users set locale = p_locale where id = p_user $$;

-- Throttling shared by all instances: failures per key in a window, and the moment of the last one.
create or replace function auth_failures(p_key text, p_since timestamptz) returns table (failures bigint, last timestamptz)
language sql stable security definer set search_path = public, pg_temp as
$$ select count(*), max(at) from sign_in_attempts where key = p_key and at > p_since $$;
create or replace function auth_fail(p_id uuid, p_key text, p_now timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from sign_in_attempts where at < p_now - interval '1 day';
  insert into sign_in_attempts (id, key, at) values (p_id, p_key, p_now);
$$;
-- A try is counted before it is looked at, one after the other for each key: of many at once only as many count as are allowed.
create or replace function auth_take_try(p_id uuid, p_key text, p_now timestamptz, p_since timestamptz) returns table (failures bigint, last timestamptz)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(p_key, 0));
  return query select count(*), max(a.at) from sign_in_attempts a where a.key = p_key and a.at > p_since;
  perform auth_fail(p_id, p_key, p_now);
end $$;
create or replace function auth_give_back_try(p_id uuid) returns void
language sql security definer set search_path = public, pg_temp as $$ delete from sign_in_attempts where id = p_id $$;
create or replace function auth_clear_failures(p_key text) returns void
language sql security definer set search_path = public, pg_temp as $$ delete from sign_in_attempts where key = p_key $$;

create or replace function auth_installation_empty() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select not exists (select 1 from organisations) $$;
-- A demo office may be joined by real ones; setup is open while no real office exists.
create or replace function auth_setup_open() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select not exists (select 1 from organisations where not is_demo) $$;

create or replace function auth_create_organisation(p_id uuid, p_name text, p_type text, p_zone text, p_locale text, p_rules jsonb, p_demo boolean, p_now timestamptz)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into organisations (id, name, type, time_zone, locale, rules, is_demo, created_at)
  values (p_id, p_name, p_type, p_zone, p_locale, p_rules, p_demo, p_now)
$$;
create or replace function auth_create_user(p_id uuid, p_email text, p_name text, p_hash text, p_locale text, p_demo boolean, p_now timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id uuid;
begin
  insert into users (id, email, name, password_hash, locale, is_demo, created_at)
  values (p_id, lower(p_email), p_name, p_hash, p_locale, p_demo, p_now) on conflict (email) do nothing;
  select id into v_id from users where email = lower(p_email);
  return v_id;
end $$;
create or replace function auth_create_api_key(p_id uuid, p_hash text, p_user uuid, p_org uuid, p_scope text, p_now timestamptz) returns void
language sql security definer set search_path = public, pg_temp as
$$ insert into api_keys (id, key_hash, user_id, org_id, scope, created_at) values (p_id, p_hash, p_user, p_org, p_scope, p_now) $$;
create or replace function auth_organisations() returns table (id uuid, name text, is_demo boolean)
language sql stable security definer set search_path = public, pg_temp as $$ select id, name, is_demo from organisations order by created_at, id $$;

-- Drops a demo office whole; refuses any other.
create or replace function drop_demo_organisation(p_org uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_table text;
begin
  if not exists (select 1 from organisations where id = p_org and is_demo) then
    raise exception 'only a demo office can be dropped' using errcode = 'restrict_violation';
  end if;
  perform set_config('app.org', p_org::text, true), set_config('app.client', '', true), set_config('app.quiet', 'yes', true);
  insert into drop_permits values (pg_current_xact_id()::text);
  delete from cases where org_id = p_org;
  delete from clients where org_id = p_org;
  delete from creditor_contacts where org_id = p_org;
  delete from creditor_products where org_id = p_org;
  delete from creditors where org_id = p_org;
  delete from checklist_rules where org_id = p_org;
  delete from sessions where org_id = p_org;
  delete from api_keys where org_id = p_org;
  for v_table in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'org_id' and t.table_type = 'BASE TABLE'
      and c.table_name not in ('members', 'sessions', 'api_keys')
  loop
    execute format('delete from %I where org_id = $1', v_table) using p_org;
  end loop;
  delete from users u where u.is_demo and not exists (select 1 from members m where m.user_id = u.id and m.org_id <> p_org);
  delete from members where org_id = p_org;
  delete from organisations where id = p_org;
  delete from drop_permits where transaction = pg_current_xact_id()::text;
end $$;

-- ---------------------------------------------------------------------------------------------------------------- the client's way in
-- What somebody with a link, a remembered device or a calendar address may learn before anybody knows who they are.
create or replace function auth_invitation(p_link_hash text)
returns table (org_id uuid, org_name text, org_phone text, time_zone text, locale text, is_demo boolean, id uuid, client_id uuid, user_id uuid, delegation_id uuid, code_hash text, expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.phone, o.time_zone, o.locale, o.is_demo, i.id, i.client_id, i.user_id, i.delegation_id, i.code_hash, i.expires_at, i.used_at, i.revoked_at
  from invitations i join organisations o on o.id = i.org_id where i.link_hash = p_link_hash
$$;
-- When whoever holds a link that is over asked for a new one.
create or replace function auth_invitation_asked(p_link_hash text) returns timestamptz
language sql stable security definer set search_path = public, pg_temp as $$
  select i.renewal_asked_at from invitations i where i.link_hash = p_link_hash
$$;
create or replace function auth_device(p_token_hash text, p_now timestamptz)
returns table (org_id uuid, org_name text, org_phone text, client_id uuid, user_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.phone, d.client_id, d.user_id
  from devices d join organisations o on o.id = d.org_id join users u on u.id = d.user_id
    join members m on m.org_id = d.org_id and m.user_id = d.user_id
  where d.token_hash = p_token_hash and d.revoked_at is null and d.expires_at > p_now and u.disabled_at is null and m.disabled_at is null
    and auth_delegation_holds(m.org_id, m.user_id, m.roles, p_now)
$$;
create or replace function auth_calendar_feed(p_token_hash text)
returns table (org_id uuid, org_name text, time_zone text, locale text, is_demo boolean, client_id uuid, user_id uuid, roles text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.name, o.time_zone, coalesce(u.locale, o.locale), o.is_demo, f.client_id, u.id, m.roles
  from calendar_feeds f join organisations o on o.id = f.org_id join users u on u.id = f.user_id
    join members m on m.org_id = f.org_id and m.user_id = f.user_id
  where f.token_hash = p_token_hash and f.revoked_at is null and u.disabled_at is null and m.disabled_at is null
$$;
-- Sessions of a client's or delegate's account end when its way in is taken back.
create or replace function auth_close_sessions_of(p_org uuid, p_user uuid, p_now timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sessions set revoked_at = p_now where org_id = p_org and user_id = p_user and revoked_at is null and p_org = current_org()
$$;

-- Ends every key of somebody in the office of this transaction. @returns how many
create or replace function auth_end_keys(p_org uuid, p_user uuid, p_now timestamptz) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_ended int;
begin
  update api_keys set revoked_at = p_now where org_id = p_org and user_id = p_user and revoked_at is null and p_org = current_org();
  get diagnostics v_ended = row_count;
  return v_ended;
end $$;
-- Closes somebody's place in the office of this transaction; sessions and keys end with it. Says whether there was one.
create or replace function auth_close_member(p_org uuid, p_user uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update members set disabled_at = p_now where org_id = p_org and user_id = p_user and disabled_at is null and p_org = current_org();
  if not found then return false; end if;
  perform auth_close_sessions_of(p_org, p_user, p_now), auth_end_keys(p_org, p_user, p_now);
  return true;
end $$;

-- Erases one client of the organisation of this transaction: every row that is theirs, and their accounts. The audit chain
-- and the access log keep ids. Refuses while a legal hold stands. What goes is decided by the column client_id, so that a
-- table added later is reached by itself. The app erases through erase_asked_client, which wants a request; this is for the
-- owner, who erases again whom a backup brought back with no request left to show.
create or replace function erase_client(p_client uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_org uuid := current_org();
  v_table text;
  v_users uuid[];
  v_cases uuid[];
  v_name text;
  v_gone int := 0;
  v_rows int;
begin
  if v_org is null or current_client() is not null then raise exception 'only the office erases' using errcode = 'restrict_violation'; end if;
  if exists (select 1 from legal_holds where org_id = v_org and client_id = p_client and released_at is null) then
    raise exception 'a legal hold stands' using errcode = 'restrict_violation';
  end if;
  perform set_config('app.quiet', 'yes', true);
  insert into drop_permits values (pg_current_xact_id()::text);
  select coalesce(array_agg(user_id), '{}') into v_users from members where org_id = v_org and client_id = p_client;
  select coalesce(array_agg(id), '{}') into v_cases from cases where org_id = v_org and client_id = p_client;
  -- What colleagues called a file, a view or an analysis may say who it was. One character alone is not who somebody is.
  select name into v_name from clients where org_id = v_org and id = p_client and char_length(name) > 1;
  update imports set file_name = replace(file_name, v_name, '…') where org_id = v_org and position(v_name in file_name) > 0;
  update saved_views set name = replace(name, v_name, '…') where org_id = v_org and position(v_name in name) > 0;
  update saved_analyses set name = replace(name, v_name, '…'), file_name = replace(file_name, v_name, '…')
   where org_id = v_org and position(v_name in name || ' ' || file_name) > 0;
  delete from cases where org_id = v_org and client_id = p_client;
  get diagnostics v_gone = row_count;
  for v_table in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'client_id' and t.table_type = 'BASE TABLE' and c.table_name not in ('access_log', 'members')
  loop
    execute format('delete from %I where org_id = $1 and client_id = $2', v_table) using v_org, p_client;
    get diagnostics v_rows = row_count;
    v_gone := v_gone + v_rows;
  end loop;
  delete from clients where org_id = v_org and id = p_client;
  -- Answers kept for repeated calls may hold what was saved, and the hash of a call what was typed. The client's own go; of a
  -- colleague's the key stays, empty, so that the repeat of a call for many is not done a second time.
  delete from idempotency_keys where org_id = v_org and actor_id = any(v_users);
  update idempotency_keys set response = null, request_hash = ''
   where org_id = v_org and (p_client = any(client_ids) or case_ids && v_cases or response like '%' || p_client || '%');
  delete from sessions where org_id = v_org and user_id = any(v_users);
  delete from members where org_id = v_org and client_id = p_client;
  delete from users u where u.id = any(v_users) and not exists (select 1 from members m where m.user_id = u.id);
  delete from drop_permits where transaction = pg_current_xact_id()::text;
  return v_gone;
end $$;
-- Erases whoever asked to be deleted, where one person has proposed it and another, who works here, now does it. What a
-- request says is the app's to write: this keeps an erasure from going without one, or by one person alone.
create or replace function erase_asked_client(p_request uuid, p_by uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_client uuid;
begin
  select client_id into v_client from rights_requests r
   where r.org_id = current_org() and r.id = p_request and r.kind = 'DELETE' and r.status = 'PROPOSED' and r.decided_at is null
     and r.proposed_by <> p_by
     and exists (select 1 from members m where m.org_id = r.org_id and m.user_id = p_by and m.client_id is null and m.disabled_at is null)
   for update;
  if v_client is null then raise exception 'nobody asked for this erasure' using errcode = 'restrict_violation'; end if;
  return erase_client(v_client);
end $$;

-- Which of these ids any table of the organisation of this transaction names in a column (client_id, case_id, debt_id), besides
-- the tables named: so that what somebody has worked on is not taken back with an import. A table added later counts by itself.
create or replace function named_elsewhere(p_column text, p_ids uuid[], p_besides text[]) returns setof uuid
language plpgsql stable set search_path = public, pg_temp as $$
declare v_table text;
begin
  for v_table in
    select c.table_name from information_schema.columns c join information_schema.columns o using (table_schema, table_name)
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = p_column and o.column_name = 'org_id' and t.table_type = 'BASE TABLE'
      and c.table_name <> all(p_besides)
  loop
    return query execute format('select distinct %1$I from %2$I where org_id = $1 and %1$I = any($2)', p_column, v_table)
      using current_org(), p_ids;
  end loop;
end $$;

-- In how many days a creditor has answered this office: the middle eight tenths, told to a client who waits for the same one.
-- Two numbers about many; nothing where fewer than p_least people stand behind them. The client's own view is lifted for this
-- one question.
create or replace function usual_answer_days(p_creditor uuid, p_least int) returns table (low int, high int)
language plpgsql set search_path = public, pg_temp as $$
declare
  v_client text := coalesce(current_setting('app.client', true), '');
begin
  perform set_config('app.client', '', true);
  return query
    select percentile_disc(0.1) within group (order by days)::int, percentile_disc(0.9) within group (order by days)::int
    from (select v.client_id, min(d.decided_on) - (min(v.sent_at) at time zone o.time_zone)::date as days
      from decisions d join proposal_versions v on v.org_id = d.org_id and v.id = d.version_id
        join cases c on c.org_id = v.org_id and c.id = v.case_id join organisations o on o.id = v.org_id
      where d.org_id = current_org() and c.creditor_id = p_creditor and v.sent_at is not null
      group by v.id, v.client_id, o.time_zone) answered
    having count(distinct client_id) >= p_least;
  perform set_config('app.client', v_client, true);
end $$;

-- What was written stays as it was written; only that it was read is added.
create or replace function keep_message() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (to_jsonb(new) - 'read_at') is distinct from (to_jsonb(old) - 'read_at') then
    raise exception 'a message is immutable' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create or replace trigger messages_kept before update on messages for each row execute function keep_message();

-- ---------------------------------------------------------------------------------------------------------------- the inbox
-- Tells the owner of a case, or the supervisors, of what somebody else did in it: from the audit chain, so that no way of doing
-- it is forgotten. Nobody is told of what they did themselves; one line for each reason and case, on top again when it happens
-- again. Building whole offices tells nobody.
create or replace function tell_colleagues() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_type text := new.event ->> 'type';
  v_by_client boolean := new.actor like 'client:%';
  v_reason text := case
    when v_type = 'case.assigned' then 'ASSIGNED'
    when v_type = 'decision.recorded' then 'OUTCOME'
    when v_type = 'proposal.presented' then 'NEEDS_REVIEW'
    when v_by_client and v_type = 'message.written' then 'CLIENT_MESSAGE'
    when v_by_client and v_type = 'evidence.received' then 'CLIENT_SENT'
    when v_by_client and v_type = 'proposal.approved' then 'CLIENT_APPROVED'
    when v_by_client and v_type = 'agreement.signed' then 'CLIENT_SIGNED'
    when v_by_client and v_type = 'payment.recorded' then 'CLIENT_PAID'
    when v_by_client and v_type = 'circumstance.told' then 'CLIENT_CANNOT_PAY'
    when v_by_client and v_type = 'evidence.confirmed' then 'CLIENT_CONFIRMED_PAPER'
    when v_by_client and v_type = 'evidence.cannotProvide' then 'CLIENT_LACKS_PAPER'
    when v_by_client and v_type = 'statement.saved' then 'CLIENT_BUDGET'
    when v_by_client and v_type = 'authorisation.recorded' then 'CLIENT_AUTHORISED'
    when v_by_client and v_type = 'authorisation.revoked' then 'CLIENT_REVOKED'
    when v_by_client and v_type = 'consent.withdrawn' and new.event ->> 'purpose' = 'PROCESSING' then 'CLIENT_STOPPED'
    when v_by_client and v_type = 'consent.withdrawn' then 'CLIENT_WITHDREW_' || (new.event ->> 'purpose')
    when v_by_client and v_type = 'consent.given' and new.event ->> 'purpose' = 'PROCESSING' then 'CLIENT_AGREED'
    when v_by_client and v_type = 'rights.asked' then 'CLIENT_RIGHTS'
  end;
begin
  if current_setting('app.quiet', true) = 'yes' then return null; end if;
  if v_type = 'proposal.checked' then
    update notices set read_at = new.at where org_id = new.org_id and case_id = new.case_id and reason = 'NEEDS_REVIEW' and read_at is null;
  end if;
  if v_reason is null then return null; end if;
  insert into notices (org_id, id, user_id, reason, case_id, at)
  select distinct on (m.user_id) k.org_id, gen_random_uuid(), m.user_id, v_reason, k.id, new.at
    from cases k join members m on m.org_id = k.org_id and m.disabled_at is null and m.client_id is null
    where k.org_id = new.org_id and new.actor <> 'staff:' || m.user_id
      and (k.id = new.case_id or (new.case_id is null and k.client_id = (new.event ->> 'clientId')::uuid and k.stage <> 'CLOSED'))
      and case when v_reason <> 'NEEDS_REVIEW' then m.user_id = k.owner_id
        else 'SUPERVISOR' = any(m.roles)
          and exists (select 1 from organisations o where o.id = k.org_id and (o.rules ->> 'supervisorChecks')::boolean)
          and exists (select 1 from proposal_versions v where v.org_id = k.org_id and v.id = (new.event ->> 'versionId')::uuid and v.checked_at is null)
      end
    order by m.user_id, k.serial
  on conflict (org_id, case_id, user_id, reason) do update set at = excluded.at, read_at = null;
  return null;
end $$;
create or replace trigger audit_events_told after insert on audit_events for each row execute function tell_colleagues();

-- ---------------------------------------------------------------------------------------------------------------- row-level security
do $$
declare
  t record;
  v_owner text := current_user;
  v_rule text;
begin
  for t in
    select c.relname as name,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') as has_org,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id') as has_client
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  loop
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    execute format('drop policy if exists own on %I', t.name);
    execute format('drop policy if exists owner on %I', t.name);
    -- `(select … is null)` and not `(select …) is null`: the planner takes the first for likely and the second for rare, and
    -- with the second it sorts whole columns of the board instead of reading fifty cards in order.
    v_rule := case
      when t.name = 'organisations' then 'id = (select current_org())'
      when t.name = 'clients' then 'org_id = (select current_org()) and ((select current_client() is null) or id = (select current_client()))'
      when t.name in ('users', 'sign_in_attempts') then 'false'
      when t.name in ('sessions', 'api_keys') then 'false'
      -- A client's session knows the names of staff, and of no other client's accounts.
      when t.name = 'members' then 'org_id = (select current_org()) and ((select current_client() is null) or client_id is null or client_id = (select current_client()))'
      -- The office's own books name everybody's cases by their ids: none of them is for a client's session.
      when t.name in ('audit_events', 'audit_heads', 'tombstones', 'sensitive_grants', 'letter_batches', 'imports', 'past_outcomes', 'protection_records', 'saved_views', 'saved_analyses', 'jobs', 'job_files', 'notices', 'report_schedules')
        then 'org_id = (select current_org()) and (select current_client() is null)'
      when t.has_client then 'org_id = (select current_org()) and ((select current_client() is null) or client_id = (select current_client()))'
      when t.has_org then 'org_id = (select current_org())'
      else 'false'
    end;
    execute format('create policy own on %I using (%s) with check (%s)', t.name, v_rule, v_rule);
    -- Definer functions run as the owner, who is also under FORCE: only the tables they serve open to it.
    if t.name in ('users', 'sessions', 'api_keys', 'sign_in_attempts', 'drop_permits', 'members', 'organisations', 'deputies', 'teams', 'team_members', 'case_search', 'audit_heads', 'audit_events', 'invitations', 'delegations', 'devices', 'calendar_feeds', 'notices') then
      execute format('create policy owner on %I to %I using (true) with check (true)', t.name, v_owner);
    end if;
  end loop;
end $$;

-- ---------------------------------------------------------------------------------------------------------------- grants for the app's role
grant usage on schema public to parley_app;
revoke all on all tables in schema public from parley_app;
grant select, insert, update on all tables in schema public to parley_app;
revoke all on users, sessions, api_keys, sign_in_attempts, drop_permits from parley_app;
revoke insert, update on audit_events, audit_heads, organisations from parley_app;
grant update (name, type, time_zone, locale, fee_policy, phone, last_case_number, rules) on organisations to parley_app;
revoke update on access_log, protection_records, factor_snapshots, stage_events, balance_snapshots from parley_app;
-- What commands take away: drafts, what is typed, chosen or held for a while, what was imported by mistake or told twice. Of
-- all else nothing is removed but by the owner's functions.
grant delete on jobs, job_files, idempotency_keys, form_drafts, budget_drafts, saved_views, chosen_views, saved_analyses, report_schedules,
  checklist_rules, letter_templates, proposal_lines, evidence_requests, payments, past_outcomes, debts, cases, clients to parley_app;
revoke update on incident_notices from parley_app;
grant update (mailed_at, read_at) on incident_notices to parley_app;
revoke all on all functions in schema public from public;
grant execute on all functions in schema public to parley_app;
revoke execute on function erase_client(uuid) from parley_app;
-- A table of one's own with the name of ours would be found before it by whatever forgets to say which.
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
