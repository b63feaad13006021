-- What outlives the case of a resource centre (S2): the services it offers, in the order of their opening, the centre
-- itself once it is open, and what its exchanges with other centres taught.
create table centre_service (
    reference   varchar(20)   not null,
    famille     varchar(20)   not null,
    rang        integer       not null,
    contenu     varchar(2000) not null,
    ouvert_le   date,
    responsable varchar(100),
    primary key (reference, famille)
);

create table centre (
    reference varchar(20)  not null primary key,
    perimetre varchar(64)  not null,
    nom       varchar(100) not null,
    pays      varchar(100) not null,
    lieu      varchar(200) not null,
    ouvert_le date         not null
);
create index centre_perimetre on centre (perimetre, ouvert_le);

create table centre_echange (
    reference      varchar(20)   not null,
    numero         integer       not null,
    type           varchar(30)   not null,
    tenu_le        date          not null,
    centres        varchar(2000) not null,
    enseignements  varchar(4000) not null,
    suites         varchar(4000),
    primary key (reference, numero)
);
