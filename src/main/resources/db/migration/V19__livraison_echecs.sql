-- How often an event was not accepted, one try after the other, since it was written down, replayed or resumed.
alter table livraison add column echecs integer default 0 not null;
