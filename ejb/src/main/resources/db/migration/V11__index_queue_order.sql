-- The towns' letters are read again in the order they came: a busy town makes no other wait longer than its turn.
create index index_queue_order on index_queue (id);
