-- Craft mentoring missions (S0): filières, groups of craftspeople and their enterprises, as the admissible request names them.
create table mission_filiere (
    reference     varchar(20)   not null,
    filiere       varchar(40)   not null,
    marche        varchar(4000),
    expert_metier varchar(64),
    artisan       varchar(64),
    rang          integer       not null,
    primary key (reference, filiere)
);

create table mission_groupe (
    id        varchar(36)  not null primary key,
    reference varchar(20)  not null,
    filiere   varchar(40)  not null,
    nom       varchar(100) not null,
    rang      integer      not null,
    foreign key (reference, filiere) references mission_filiere (reference, filiere)
);
create index mission_groupe_filiere on mission_groupe (reference, filiere, rang);

create table mission_entreprise (
    id               varchar(36)  not null primary key,
    reference        varchar(20)  not null,
    filiere          varchar(40)  not null,
    groupe           varchar(36)  not null references mission_groupe (id),
    nom              varchar(100) not null,
    contact_nom      varchar(100),
    contact_courriel varchar(254),
    rang             integer      not null,
    foreign key (reference, filiere) references mission_filiere (reference, filiere)
);
create index mission_entreprise_filiere on mission_entreprise (reference, filiere, rang);
create index mission_entreprise_groupe on mission_entreprise (groupe, rang);

-- What an enterprise is like before the mission and at each follow-up (SEC).
create table mission_situation (
    entreprise       varchar(36)   not null references mission_entreprise (id),
    moment           varchar(20)   not null,
    chiffre_affaires numeric(15, 2),
    emplois          integer,
    marches          varchar(4000),
    primary key (entreprise, moment)
);

-- What the expert-métier finds for a filière before the mission and at each follow-up (SEC).
create table mission_suivi (
    reference varchar(20)   not null,
    filiere   varchar(40)   not null,
    moment    varchar(20)   not null,
    constats  varchar(4000) not null,
    fait_le   date          not null,
    primary key (reference, filiere, moment),
    foreign key (reference, filiere) references mission_filiere (reference, filiere)
);

-- What each group thinks of the mission.
create table mission_evaluation (
    groupe       varchar(36)   not null primary key references mission_groupe (id),
    satisfaction integer       not null,
    participants integer       not null,
    acquis       varchar(4000) not null,
    difficultes  varchar(4000),
    suites       varchar(4000),
    fait_le      date          not null
);
