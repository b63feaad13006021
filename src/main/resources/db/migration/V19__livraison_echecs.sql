-- How often an event was not accepted, one try after the other, and since when: counted anew when it is replayed or its
-- subscription resumed.
alter table livraison add column echecs integer default 0 not null;
alter table livraison add column echecs_depuis timestamp with time zone;
