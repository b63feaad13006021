-- CESA places of a territory and calendar year: the counter decides, under its row lock; the places are the record.
create table cesa_quota (
    territoire varchar(10) not null,
    annee      integer     not null,
    prises     integer     not null,
    primary key (territoire, annee)
);

create table cesa_place (
    reference  varchar(20)              not null,
    annee      integer                  not null,
    territoire varchar(10)              not null,
    hors_quota boolean                  not null,
    prise_le   timestamp with time zone not null,
    rendue_le  timestamp with time zone,
    primary key (reference, annee)
);
create index cesa_place_territoire on cesa_place (territoire, annee);

-- Signed contracts, with what the path of the member needs.
create table contrat (
    reference  varchar(20)  not null primary key,
    type       varchar(10)  not null,
    territoire varchar(10)  not null,
    prenom     varchar(100) not null,
    nom        varchar(100) not null,
    courriel   varchar(254) not null,
    telephone  varchar(30),
    debut      date         not null,
    fin        date,
    signe_le   date         not null,
    document   varchar(64)  not null
);
create index contrat_territoire on contrat (territoire, type, signe_le);
