-- Files that people attach stand beside the documents made from templates: who brought them, how large they are.
alter table document add column depose_par varchar(64);
alter table document add column taille bigint;
update document set taille = octet_length(contenu);
alter table document alter column taille set not null;
alter table document alter column modele drop not null;
alter table document alter column version drop not null;

-- The content in parts: what is written and read at once stays small, and H2 takes no value of 20 MiB in a row.
create table document_partie (
	document varchar(36) not null,
	rang integer not null,
	contenu bytea not null,
	constraint document_partie_pk primary key (document, rang),
	constraint document_partie_document foreign key (document) references document (id) on delete cascade
);
insert into document_partie (document, rang, contenu) select id, 0, contenu from document;
alter table document drop column contenu;
