package io.memu4j.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fenced block of a document.
 *
 * @param language what follows the fence
 * @param line where the fence is, from 1
 */
record CodeBlock(Path document, int line, String language, String code) {
    /** The blocks of a Markdown file, in order. */
    static List<CodeBlock> of(Path document) {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> lines = Repository.read(document).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("```")) {
                int start = i;
                do {
                    i++;
                } while (!lines.get(i).startsWith("```"));
                String code = String.join("\n", lines.subList(start + 1, i));
                blocks.add(new CodeBlock(
                        document, start + 1, lines.get(start).substring(3).strip(), code));
            }
        }
        return blocks;
    }

    /** The regions of a Java file by name: what stands between {@code // region NAME} and {@code // endregion}, without the indentation. */
    static Map<String, String> regions(Path source) {
        Map<String, String> regions = new TreeMap<>();
        List<String> open = new ArrayList<>();
        String name = null;
        for (String line : Repository.read(source).lines().toList()) {
            String bare = line.strip();
            if (bare.startsWith("// region ")) {
                name = bare.substring("// region ".length());
                open.clear();
            } else if (bare.equals("// endregion") && name != null) {
                regions.put(name, String.join("\n", open).stripIndent().strip());
                name = null;
            } else {
                open.add(line);
            }
        }
        return regions;
    }

    String place() {
        return Repository.name(document) + ":" + line;
    }
}
