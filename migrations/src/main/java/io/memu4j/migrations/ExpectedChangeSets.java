package io.memu4j.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The change sets of our changelog, read from the changelog itself but without Liquibase: what Liquibase runs and what the
 * fast path expects cannot differ.
 */
final class ExpectedChangeSets {
    private static final List<ExpectedChangeSet> ALL = List.copyOf(read(MemoryMigrations.CHANGELOG));

    /**
     * What identifies a change set for Liquibase.
     *
     * @param path the logical file path
     */
    record ExpectedChangeSet(String id, String author, String path) {}

    private ExpectedChangeSets() {}

    /** In the order Liquibase runs them. */
    static List<ExpectedChangeSet> all() {
        return ALL;
    }

    static List<String> ids() {
        return ALL.stream().map(ExpectedChangeSet::id).toList();
    }

    private static List<ExpectedChangeSet> read(String resource) {
        try (InputStream in = ExpectedChangeSets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar of memu4j-migrations is incomplete: it has no " + resource);
            }
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            return read(factory.createXMLStreamReader(in));
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("The jar of memu4j-migrations is damaged at " + resource, e);
        }
    }

    private static List<ExpectedChangeSet> read(XMLStreamReader xml) throws XMLStreamException {
        List<ExpectedChangeSet> found = new ArrayList<>();
        String path = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "databaseChangeLog" -> path = attribute(xml, "logicalFilePath");
                case "include" -> found.addAll(read(attribute(xml, "file")));
                case "changeSet" ->
                    found.add(new ExpectedChangeSet(attribute(xml, "id"), attribute(xml, "author"), path));
                default -> {}
            }
        }
        return found;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new IllegalStateException("A " + xml.getLocalName() + " in the changelog has no " + name);
        }
        return value;
    }
}
