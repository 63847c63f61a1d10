-- One person, one client: numbers as they are written today, and rows of one person made into one.

-- Brazilian mobiles of old (eight digits from 6 to 9) have a ninth digit before them. Where a practice
-- has both already, they stay two until somebody merges them.
update clients c set phone = regexp_replace(c.phone, '^(\+55[1-9]\d)([6-9]\d{7})$', '\19\2')
where c.phone ~ '^\+55[1-9]\d[6-9]\d{7}$'
  and not exists (
    select 1 from clients o
    where o.professional_id = c.professional_id
      and o.phone = regexp_replace(c.phone, '^(\+55[1-9]\d)([6-9]\d{7})$', '\19\2'));
--> statement-breakpoint

-- Gives what is one client's to another of the same practice: every table that refers to a client, and
-- the messages where both have a conversation. Says which rows, by table; with `only`, no others than
-- those. The caller holds both rows.
create function app.move_client(practice uuid, giver uuid, taker uuid, only_rows jsonb default null)
returns jsonb language plpgsql set search_path = public, pg_temp as $$
declare
  moved jsonb := '{}';
  ids text[];
  place text;
  theirs uuid;
  ours uuid;
begin
  select id into theirs from conversations where professional_id = practice and client_id = giver;
  select id into ours from conversations where professional_id = practice and client_id = taker;
  if theirs is not null and ours is not null then
    with m as (
      update messages set conversation_id = ours
      where conversation_id = theirs and (only_rows is null or only_rows -> 'messages' ? id::text)
      returning id
    ) select array_agg(id::text) into ids from m;
    moved := moved || jsonb_build_object('messages', coalesce(ids, '{}'));
    update conversations c set
      unread_by_professional = (select count(*) from messages m where m.conversation_id = c.id and m.author = 'client' and m.read_at is null),
      unread_by_client = (select count(*) from messages m where m.conversation_id = c.id and m.author = 'professional' and m.read_at is null),
      last_message_at = coalesce((select max(m.created_at) from messages m where m.conversation_id = c.id), c.last_message_at)
    where c.id in (theirs, ours);
  end if;
  for place in
    select distinct k.conrelid::regclass::text from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'client_id'
    where k.contype = 'f' and k.confrelid = 'clients'::regclass
  loop
    continue when place = 'conversations' and theirs is not null and ours is not null;
    execute format(
      'with m as (
         update %s set client_id = $1
         where professional_id = $2 and client_id = $3 and ($4 is null or $4 -> %L ? id::text)
         returning id
       ) select array_agg(id::text) from m', place, place)
      into ids using taker, practice, giver, only_rows;
    moved := moved || jsonb_build_object(place, coalesce(ids, '{}'));
  end loop;
  return moved;
end $$;
--> statement-breakpoint
revoke all on function app.move_client(uuid, uuid, uuid, jsonb) from public;
--> statement-breakpoint
grant execute on function app.move_client(uuid, uuid, uuid, jsonb) to service_role;
