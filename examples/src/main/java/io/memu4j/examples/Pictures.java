package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A photo is described by a model that sees, and remembered. Takes a key in OPENAI_API_KEY, and the photo as argument. */
public final class Pictures {
    private Pictures() {}

    public static void main(String[] args) throws IOException {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(LlmConfig.openai())
                .build()) {
            run(memu.service("ana", "assistant"), Files.readAllBytes(Path.of(args[0])), System.out);
        }
    }

    static MemorizeResult run(MemoryService ana, byte[] photo, PrintStream out) {
        // region pictures
        MemorizeResult seen = ana.memorize(MemorizeRequest.bytes("holiday-1", photo));
        out.println(seen.resource().caption());
        out.println(seen.calls().calls() + " calls");
        // endregion
        return seen;
    }
}
