package io.memu4j.store.memory.media;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ModelCall;
import io.memu4j.model.ModelStep;
import io.memu4j.model.Passage;
import io.memu4j.spi.llm.Transcriber;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A memory whose models see and hear what a test says, and which counts their calls. */
final class Media implements AutoCloseable {
    static final String PANDA = "{\"caption\": \"A red panda on a branch.\", \"description\": \"A red panda lies on a"
            + " mossy branch and looks at the camera. Behind it is a forest.\", \"writing\": \"\", \"scenes\": []}";

    private final List<ModelCall> calls = new CopyOnWriteArrayList<>();
    private final MemoryServiceFactory memu;
    private final MemoryService service;

    Media(@Nullable ScriptedChatModel seeing, @Nullable Transcriber hearing) {
        memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(new ScriptedModels(null, seeing, hearing, new HashedWordsModel(64)))
                .modelCalls(calls::add)
                .build();
        service = memu.service("ana", "assistant");
    }

    MemoryService service() {
        return service;
    }

    /** The calls of that step so far. */
    List<ModelCall> calls(ModelStep step) {
        return calls.stream().filter(call -> call.step() == step).toList();
    }

    List<Passage> passages(MemorizeResult result) {
        return service.resources().passages(result.resource().id());
    }

    List<String> texts(MemorizeResult result) {
        return passages(result).stream().map(Passage::text).toList();
    }

    boolean isEmpty() {
        return service.counts().resources() == 0 && service.counts().passages() == 0;
    }

    static byte[] sample(String name) {
        try (InputStream in = Media.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        memu.close();
    }
}
