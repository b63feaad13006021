package org.compagnonnage.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.compagnonnage.engine.ElementProperties;

import org.springframework.stereotype.Component;

/**
 * Writes the document that a node names in its property {@code document} (a template
 * under {@code document/}) as PDF and keeps it with the case, under the name that
 * {@code titre} gives it, followed by what the variable named by {@code precision} says
 * and by the reference. Its id goes into the variable that {@code resultat} names.
 */
@Component("produireDocument")
class ProduireDocumentDelegate implements JavaDelegate {

	private final PdfModeles modeles;

	private final Documents documents;

	private final List<ValeursDocument> valeurs;

	private final ElementProperties properties;

	ProduireDocumentDelegate(PdfModeles modeles, Documents documents, List<ValeursDocument> valeurs,
			ElementProperties properties) {
		this.modeles = modeles;
		this.documents = documents;
		this.valeurs = valeurs;
		this.properties = properties;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String modele = this.properties.ofElement(execution, "document").orElseThrow();
		Map<String, Object> variables = execution.getVariables();
		this.valeurs.stream()
			.filter((source) -> source.concerne(modele))
			.forEach((source) -> variables.putAll(source.valeurs(Map.copyOf(connues(variables)))));
		String reference = (String) variables.get("reference");
		String nom = Stream.of(this.properties.ofElement(execution, "titre").stream(),
				this.properties.ofElement(execution, "precision").map(variables::get).map(Object::toString).stream(),
				Stream.of(reference))
			.flatMap((partie) -> partie)
			.collect(Collectors.joining(" – ", "", ".pdf"));
		Document document = this.documents.enregistrer(reference, nom, "application/pdf",
				this.modeles.pdf(modele, variables), modele, this.modeles.version(modele));
		this.properties.ofElement(execution, "resultat")
			.ifPresent((variable) -> execution.setVariable(variable, document.id()));
	}

	/** Variables that hold nothing cannot stand in an immutable map. */
	private static Map<String, Object> connues(Map<String, Object> variables) {
		return variables.entrySet()
			.stream()
			.filter((variable) -> variable.getValue() != null)
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

}
