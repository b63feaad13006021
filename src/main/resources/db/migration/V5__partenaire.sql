-- Partner accounts of the REST API, their keys (only the SHA-256 of a key is kept), and the answers kept for idempotency.
create table partenaire (
	id varchar(64) not null primary key,
	nom varchar(100) not null,
	actif boolean default true not null,
	cree_le timestamp with time zone not null
);

create table cle_partenaire (
	id varchar(36) not null primary key,
	partenaire varchar(64) not null references partenaire (id),
	empreinte varchar(64) not null unique,
	programmes varchar(1000) not null,
	territoires varchar(1000) not null,
	cree_le timestamp with time zone not null,
	expire_le timestamp with time zone not null,
	revoquee_le timestamp with time zone,
	derniere_utilisation timestamp with time zone
);

create index cle_partenaire_partenaire on cle_partenaire (partenaire);

create table idempotence (
	partenaire varchar(64) not null,
	chemin varchar(255) not null,
	cle varchar(255) not null,
	empreinte_requete varchar(64) not null,
	statut integer,
	emplacement varchar(2000),
	corps varchar(100000),
	cree_le timestamp with time zone not null,
	primary key (partenaire, chemin, cle)
);

create index idempotence_cree_le on idempotence (cree_le);
