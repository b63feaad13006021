-- Documents of a case, with the template and version they were made from.
create table document (
	id varchar(36) not null,
	reference varchar(40) not null,
	nom varchar(200) not null,
	type varchar(100) not null,
	modele varchar(100) not null,
	version varchar(20) not null,
	cree_le timestamp with time zone not null,
	contenu bytea not null,
	constraint document_pk primary key (id)
);
create index document_reference on document (reference, cree_le);
