-- Every letter sent: the row commits with the step that sent it, and gives the next letter its ordinal.
create table courrier (
	message_id varchar(250) not null,
	reference varchar(40) not null,
	modele varchar(100) not null,
	ordinal integer not null,
	destinataire varchar(320) not null,
	objet varchar(500) not null,
	envoye_le timestamp with time zone not null,
	constraint courrier_pk primary key (message_id),
	constraint courrier_unique unique (reference, modele, ordinal)
);
