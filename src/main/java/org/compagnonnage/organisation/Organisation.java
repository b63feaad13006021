package org.compagnonnage.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The organisation of this deployment, bound from {@code config/organisation.yaml}. */
@Validated
@ConfigurationProperties("organisation")
public record Organisation(@NotBlank String nom, @NotBlank String raisonSociale, @NotBlank String formeJuridique,
		@NotBlank String siren, @NotBlank String rcs, @NotBlank String siege, @NotBlank String representant,
		@NotBlank String courriel, @NotBlank String telephone, @NotBlank String site,
		@DefaultValue("#0b5f56") @Pattern(regexp = "#[0-9a-fA-F]{6}") String couleur, @NotNull @Valid Contrats contrats,
		@NotEmpty @Valid List<Territoire> territoires, @DefaultValue @Valid List<Perimetre> organisations,
		@NotEmpty @Valid List<Filiere> filieres, @NotEmpty @Valid List<Groupe> groupes,
		@NotEmpty @Valid List<Programme> programmes, @DefaultValue @Valid List<Structure> annuaire) {

	/** Every périmètre's code: the territories, then the organisations. */
	public List<String> perimetres() {
		return java.util.stream.Stream
			.concat(this.territoires.stream().map(Territoire::code), this.organisations.stream().map(Perimetre::code))
			.toList();
	}

	public Optional<Territoire> territoire(String code) {
		return this.territoires.stream().filter((territoire) -> territoire.code().equals(code)).findFirst();
	}

	/**
	 * Whether a group exists once for each {@code territoire} or {@code filiere}.
	 */
	public boolean decline(String groupe, String par) {
		return this.groupes.stream().anyMatch((autre) -> autre.id().equals(groupe) && par.equals(autre.par()));
	}

	/** A filière as people read it; one that is no longer configured, by its code. */
	public String nomDeLaFiliere(String code) {
		return this.filieres.stream()
			.filter((filiere) -> filiere.code().equals(code))
			.findFirst()
			.map(Filiere::nom)
			.orElse(code);
	}

	/** The programme to which a process belongs. */
	public Optional<Programme> programmeDe(String processKey) {
		return this.programmes.stream().filter((programme) -> programme.processus().contains(processKey)).findFirst();
	}

	public Optional<Structure> structure(String id) {
		return this.annuaire.stream().filter((structure) -> structure.id().equals(id)).findFirst();
	}

	/** The structures of a kind that serve a territory, those of the territory first. */
	public List<Structure> structures(String kind, String territoire) {
		return structuresDe(territoire).stream().filter((structure) -> structure.kind().equals(kind)).toList();
	}

	/** The structures that serve a territory, those of the territory first. */
	public List<Structure> structuresDe(String territoire) {
		return this.annuaire.stream()
			.filter((structure) -> structure.sert(territoire))
			.sorted(Comparator.comparing((structure) -> structure.territoires().isEmpty()))
			.toList();
	}

	/**
	 * A territory of the cooperative; {@code quotaCesa} is its CESA entries a calendar
	 * year (S3).
	 */
	public record Territoire(@NotBlank String code, @NotBlank String nom, @PositiveOrZero int quotaCesa,
			@NotBlank String lieu, @NotBlank String courriel) {
	}

	/** A périmètre that is not a territory of the cooperative. */
	public record Perimetre(@NotBlank String code, @NotBlank String nom) {
	}

	/** A trade; its code stands in the names of groups, its name in what people read. */
	public record Filiere(@NotBlank String code, @NotBlank String nom) {
	}

	/** A group of staff; {@code par} is {@code territoire}, {@code filiere} or null. */
	public record Groupe(@NotBlank String id, @NotBlank String nom, String par) {
	}

	/** A programme's processes and which groups see, act on and start its cases. */
	public record Programme(@NotBlank String programme, @NotEmpty List<String> processus, @NotEmpty List<String> voir,
			@NotEmpty List<String> agir, @DefaultValue Map<String, List<String>> demarrer) {
	}

	/** A structure of the directory to which people are redirected. */
	public record Structure(@NotBlank String id, @NotBlank String nom, @NotBlank String kind,
			@DefaultValue List<String> territoires, @NotBlank String courriel, @NotBlank String telephone,
			@NotBlank String site, @NotBlank String services) {

		/** Whether it serves a territory. */
		public boolean sert(String territoire) {
			return this.territoires.isEmpty() || this.territoires.contains(territoire);
		}

	}

	/**
	 * What the contracts say in the name of the cooperative, the same for every person.
	 */
	public record Contrats(@NotBlank String statuts, @NotBlank String assurance, @NotBlank String donneesPersonnelles,
			@NotBlank String differends, @NotNull @Valid Cape cape, @NotNull @Valid Cesa cesa) {
	}

	/** The cooperative's own clauses of a CAPE (commercial code, R127-1 and R127-3). */
	public record Cape(@NotBlank String avantActivite, @NotBlank String apresActivite, @NotBlank String moyens,
			@NotBlank String chargeFinale, @NotBlank String comptes, @NotBlank String situationSociale,
			@NotBlank String renouvellement, @NotBlank String ruptureAnticipee, @NotBlank String mention) {
	}

	/** The cooperative's own clauses of a CESA (labour code, L7331-2 and following). */
	public record Cesa(@NotBlank String accompagnement, @NotBlank String controle, @NotBlank String contribution,
			@NotBlank String remuneration, @NotBlank String periodeEssai, @NotBlank String conditionsTravail,
			@NotBlank String clientele, @NotBlank String proprieteIntellectuelle, @NotBlank String rupture) {
	}

}
