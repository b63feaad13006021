-- What the organisation set up in the engine, so that it can change or remove it, and nothing else.
create table organisation_objet (
	genre varchar(20) not null,
	cle varchar(200) not null,
	identifiant varchar(64) not null,
	primary key (genre, cle)
);
-- One row: the fingerprint of what was last set up; locked while a node sets up.
create table organisation_empreinte (
	id integer not null primary key,
	empreinte varchar(64) not null
);
insert into organisation_empreinte (id, empreinte) values (1, '');
