package org.compagnonnage.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * PDF from a template under {@code document/}, tagged, with its fonts inside; the same
 * values at the same instant give the same bytes.
 */
@Component
public class PdfModeles {

	private final Gabarits gabarits;

	private final Clock clock;

	PdfModeles(Gabarits gabarits, Clock clock) {
		this.gabarits = gabarits;
		this.clock = clock;
	}

	/**
	 * Writes a PDF.
	 * @param modele the template, such as {@code admission/cape}
	 * @param valeurs its values, {@code perimetre} among them
	 * @throws ValeurManquante when a value it needs is absent or blank
	 */
	public byte[] pdf(String modele, Map<String, Object> valeurs) {
		Map<String, Object> imprimables = new HashMap<>();
		valeurs.forEach((champ, valeur) -> imprimables.put(champ, valeurDuModele("document/" + modele, champ, valeur)));
		String html = this.gabarits.html("document/" + modele, imprimables);
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.withHtmlContent(html, null);
		builder.withProducer("Compagnonnage");
		builder.usePdfUaAccessibility(true);
		builder.useExternalResourceAccessControl((uri, type) -> false,
				ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
		builder.useUnicodeLineBreaker(new Cesure());
		builder.useFont(Police.graisse("Regular"), "Liberation Sans", 400, FontStyle.NORMAL, true);
		builder.useFont(Police.graisse("Bold"), "Liberation Sans", 700, FontStyle.NORMAL, true);
		builder.useFont(Police.graisse("Italic"), "Liberation Sans", 400, FontStyle.ITALIC, true);
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); PDDocument document = renderer.getPdfDocument()) {
			renderer.createPDFWithoutClosing();
			dater(document, html);
			ByteArrayOutputStream sortie = new ByteArrayOutputStream();
			document.save(sortie);
			return sortie.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the PDF of " + modele, ex);
		}
	}

	/** The version of a template, to be kept with what it gave. */
	public String version(String modele) {
		return this.gabarits.version("document/" + modele);
	}

	/** What the fonts cannot draw would silently become a « # ». */
	private Object valeurDuModele(String modele, String champ, Object valeur) {
		return this.gabarits.libelle(modele, champ).map((libelle) -> imprimable(champ, libelle, valeur)).orElse(valeur);
	}

	private static Object imprimable(String champ, String libelle, Object valeur) {
		if (valeur instanceof List<?> liste) {
			return liste.stream().map((element) -> imprimable(champ, libelle, element)).toList();
		}
		if (valeur instanceof Map<?, ?> ligne) {
			Map<Object, Object> imprimables = new LinkedHashMap<>();
			ligne.forEach((nom, element) -> imprimables.put(nom, imprimable(champ, libelle, element)));
			return imprimables;
		}
		if (valeur instanceof Record ligne) {
			return imprimable(champ, libelle, composants(ligne));
		}
		if (!(valeur instanceof String texte)) {
			return valeur;
		}
		Imprimable.caractereImpossible(texte).ifPresent((caractere) -> {
			throw new ValeurManquante(champ,
					"%s, où le caractère « %s » ne peut pas être imprimé".formatted(libelle, caractere));
		});
		return Imprimable.simple(texte);
	}

	/** A record as the map that a template reads in the same way. */
	private static Map<String, Object> composants(Record ligne) {
		Map<String, Object> composants = new LinkedHashMap<>();
		for (RecordComponent composant : ligne.getClass().getRecordComponents()) {
			ReflectionUtils.makeAccessible(composant.getAccessor());
			composants.put(composant.getName(), ReflectionUtils.invokeMethod(composant.getAccessor(), ligne));
		}
		return composants;
	}

	/** The library takes the wall clock for both dates and for the document's id. */
	private void dater(PDDocument document, String html) {
		Calendar maintenant = GregorianCalendar.from(this.clock.instant().atZone(this.clock.getZone()));
		maintenant.set(Calendar.MILLISECOND, 0);
		PDDocumentInformation information = document.getDocumentInformation();
		information.setCreationDate(maintenant);
		information.setModificationDate(maintenant);
		document.setDocumentId((long) Arrays.hashCode(html.getBytes(StandardCharsets.UTF_8)));
	}

}
