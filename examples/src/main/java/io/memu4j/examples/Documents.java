package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web page is taken in by its structure, and found again. PDF and Word documents go the same way. */
public final class Documents {
    private Documents() {}

    public static void main(String[] args) throws IOException {
        run(Example.folder(args), System.out);
    }

    static RetrieveResult run(Path folder, PrintStream out) throws IOException {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .build()) {
            MemoryService ana = memu.service("ana", "reader");
            // region documents
            Path minutes = folder.resolve("minutes.html");
            Files.writeString(
                    minutes,
                    "<html><body><h1>Garden club</h1><h2>Next meeting</h2>"
                            + "<p>We meet on 12 June in the greenhouse.</p></body></html>");
            MemorizeResult taken = ana.memorize(MemorizeRequest.file(minutes));
            out.println(taken.resource().mediaType()); // text/html
            RetrieveResult found = ana.retrieve("Where does the garden club meet?");
            out.println(found.passages().get(0).value().text()); // # Garden club > Next meeting ...
            // endregion
            return found;
        }
    }
}
