package io.memu4j.internal.blob;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryScope;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The key of a copy: {@code <64 hexadecimal digits of the scope>/<name>}. Nothing else passes, so no key leads out of its folder. */
record BlobKey(String folder, String name) {
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[0-9a-f][0-9a-f-]{0,99}");

    /** @throws InvalidInputException when the name has other characters than promised */
    static BlobKey of(MemoryScope scope, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(
                    "The name of a copy has " + name.length()
                            + " characters or others than expected. Expected up to 100 lower-case hexadecimal digits and hyphens.");
        }
        return new BlobKey(scope.longHash(), name);
    }

    /** Whether that is the folder of a scope's copies. */
    static boolean isFolder(Path path) {
        return FOLDER.matcher(String.valueOf(path.getFileName())).matches();
    }

    /** Whether a file of that name is a copy. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws InvalidInputException when the key is not of that scope */
    static BlobKey parse(MemoryScope scope, String key) {
        String folder = scope.longHash();
        if (!key.startsWith(folder + "/")) {
            throw new InvalidInputException("The key of a copy does not belong to " + scope
                    + ". Expected the blob key of one of its resources.");
        }
        return of(scope, key.substring(folder.length() + 1));
    }

    @Override
    public String toString() {
        return folder + "/" + name;
    }
}
