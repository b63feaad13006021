package org.compagnonnage.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.util.XRLog;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** The font of the documents, Liberation Sans (SIL Open Font License). */
class Police {

	static {
		// The PDF library prints its progress to the console by itself.
		XRLog.listRegisteredLoggers().forEach((journal) -> XRLog.setLevel(journal, Level.WARNING));
	}

	private final CmapLookup caracteres;

	Police() {
		try (InputStream fichier = graisse("Regular").supply();
				TrueTypeFont police = new TTFParser().parse(new RandomAccessReadBuffer(fichier))) {
			this.caracteres = police.getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the font", ex);
		}
	}

	boolean dessine(int caractere) {
		return this.caracteres.getGlyphId(caractere) != 0;
	}

	static FSSupplier<InputStream> graisse(String graisse) {
		return () -> {
			try {
				return new ClassPathResource("liberation/LiberationSans-" + graisse + ".ttf").getInputStream();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

}
