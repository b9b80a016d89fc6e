package io.memu4j.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Documents nobody can or should read, made when asked for. */
final class HostileDocuments {
    private static final byte[] ZEROS = new byte[1 << 20];

    private HostileDocuments() {}

    interface Writing {
        void to(OutputStream out) throws Exception;
    }

    static byte[] lockedPdf() {
        return written(out -> {
            try (PDDocument pdf = new PDDocument()) {
                pdf.addPage(new PDPage());
                pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                pdf.save(out);
            }
        });
    }

    static byte[] lockedWord() {
        byte[] plain = written(out -> {
            try (XWPFDocument word = new XWPFDocument()) {
                word.createParagraph().createRun().setText("Locked words.");
                word.write(out);
            }
        });
        return written(out -> {
            try (POIFSFileSystem files = new POIFSFileSystem()) {
                var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (OutputStream locked = encryptor.getDataStream(files)) {
                    new ByteArrayInputStream(plain).transferTo(locked);
                }
                files.writeFilesystem(out);
            }
        });
    }

    static byte[] pdfOfAPicture() {
        return written(out -> {
            try (PDDocument pdf = new PDDocument()) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                var picture =
                        LosslessFactory.createFromImage(pdf, new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB));
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(picture, 0, 0);
                }
                pdf.save(out);
            }
        });
    }

    static byte[] wordBomb() {
        return zip(Map.of("word/document.xml", 80));
    }

    static byte[] wordWithEntity() {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
        byte[] plain = written(out -> {
            try (XWPFDocument word = new XWPFDocument()) {
                word.createParagraph().createRun().setText("Words.");
                word.write(out);
            }
        });
        return written(out -> {
            try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(plain));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(
                            entry.getName().equals("word/document.xml")
                                    ? xml.getBytes(StandardCharsets.UTF_8)
                                    : in.readAllBytes());
                }
            }
        });
    }

    /** Megabytes under the name of a picture, compressed less than what POI itself finds suspicious. */
    static byte[] wordPictureBomb() {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < zeros.length; i += 32) {
            zeros[i] = (byte) ((i * 31L) >> 7);
        }
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
                for (int i = 0; i < 260; i++) {
                    zip.write(zeros);
                }
            }
        });
    }

    static byte[] pdfBomb() {
        return pdfBomb("");
    }

    /** @param entry what the dictionary of the bomb says besides */
    static byte[] pdfBomb(String entry) {
        return pdf(entry + "/Filter /FlateDecode", packed(260));
    }

    /** The bomb in a form that its bytes do not show. */
    static byte[] pdfBombInHexadecimal() {
        byte[] hex = (HexFormat.of().formatHex(packed(260)) + ">").getBytes(StandardCharsets.ISO_8859_1);
        return pdf("/Filter [/AHx /Fl]", hex);
    }

    static byte[] pdfWhoseTextIsAPicture() {
        return pdf("/Subtype/Image/Filter /FlateDecode", packed(1));
    }

    /** The filters are those of another object. */
    static byte[] pdfCompressedTwiceElsewhere() {
        byte[] pdf = pdf("/Filter 5 0 R", packed(1));
        return new String(pdf, StandardCharsets.ISO_8859_1)
                .replace("trailer<<", "5 0 obj[/FlateDecode /F#6cateDecode]endobj\ntrailer<<")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Opens without a password; the bomb is encrypted. */
    static byte[] pdfBombEncrypted() {
        return written(out -> {
            try (PDDocument pdf = new PDDocument()) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                PDStream contents = new PDStream(pdf);
                try (OutputStream raw = contents.createOutputStream(COSName.FLATE_DECODE)) {
                    for (int i = 0; i < 260; i++) {
                        raw.write(ZEROS);
                    }
                }
                page.setContents(contents);
                pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
                pdf.save(out);
            }
        });
    }

    private static byte[] packed(int megabytes) {
        return written(out -> {
            try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9))) {
                for (int i = 0; i < megabytes; i++) {
                    deflate.write(ZEROS);
                }
            }
        });
    }

    static byte[] pdfCompressedTwice() {
        return pdf("/Filter [/FlateDecode /FlateDecode]", new byte[] {0x78, (byte) 0x9c});
    }

    static byte[] pdfOfTheWordStream(int times) {
        return ("%PDF-1.4\n" + "stream".repeat(times)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** PDFBox looks for the table of objects at each of those places. */
    static byte[] pdfOfTheWordXref(int times) {
        return ("%PDF-1.4\n" + "xref\n0 1\n".repeat(times) + "startxref\n9\n%%EOF")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] pdf(String filter, byte[] content) {
        return written(out -> {
            String head = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
                    + "4 0 obj<<" + filter + "/Length " + content.length + ">>stream\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(content);
            out.write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    private static byte[] zip(Map<String, Integer> megabytes) {
        return written(out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (var entry : megabytes.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    for (int i = 0; i < entry.getValue(); i++) {
                        zip.write(ZEROS);
                    }
                }
            }
        });
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // of the security classes
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
