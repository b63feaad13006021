-- Files that partners attach by the API stand beside those of the staff (depose_par): which partner brought them.
alter table document add column partenaire varchar(64);
