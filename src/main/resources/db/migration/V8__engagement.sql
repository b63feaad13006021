-- Who is engaged in a case. Staff by their account, whose name and address are read when they are needed.
create table engagement (
    id        varchar(36)  not null primary key,
    reference varchar(20)  not null,
    qualite   varchar(60)  not null,
    portee    varchar(100) not null,
    login     varchar(64),
    nom       varchar(200),
    courriel  varchar(254),
    constraint engagement_unique unique (reference, qualite, portee)
);
