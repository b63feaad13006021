-- Where to write to a partner; which key took the place of another; who was told that a key ends.
alter table partenaire add column courriel varchar(254);
alter table cle_partenaire add column remplacee_par varchar(36);
alter table cle_partenaire add column avertie_le timestamp with time zone;
alter table cle_partenaire add constraint cle_partenaire_remplacee foreign key (remplacee_par) references cle_partenaire (id);

-- What is left of the rate of each key, for all nodes together; a row may go once its bucket is full again.
create table debit_cle (
	seau varchar(100) not null primary key,
	etat bytea,
	expire_le timestamp with time zone
);
