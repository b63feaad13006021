-- Every letter: written down before it leaves, so that every try of its step (cle) sends it under the same
-- Message-ID, and again when it left.
create table courrier (
	message_id varchar(250) not null,
	reference varchar(40) not null,
	modele varchar(100) not null,
	cle varchar(200) not null,
	ordinal integer not null,
	destinataire varchar(320) not null,
	objet varchar(500) not null,
	inscrit_le timestamp with time zone not null,
	envoye_le timestamp with time zone,
	constraint courrier_pk primary key (message_id),
	constraint courrier_ordinal unique (reference, modele, ordinal),
	constraint courrier_cle unique (reference, modele, cle)
);
