package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.ModalityConverter;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.MemorizeText;
import io.memu4j.cli.view.Progress;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.MemoryException;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.Modality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in sources one after the other; one that fails leaves the others done. */
@Command(name = "memorize", description = "Take in conversations and documents. The same source twice changes nothing.")
final class MemorizeCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PATH|URL", description = "Files and http(s) addresses.")
    private List<String> sources = List.of();

    @Option(
            names = "--modality",
            converter = ModalityConverter.class,
            paramLabel = "M",
            description =
                    "What the sources are, instead of recognising it: conversation, document, image, audio, video.")
    private @Nullable Modality modality;

    @Option(
            names = "--allow-private-addresses",
            description = "Let addresses of this machine and of private networks be fetched too.")
    private boolean privateAddresses;

    @Option(names = "--again", description = "Understand the sources anew, even if they have not changed.")
    private boolean again;

    MemorizeCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        options.llm();
        Map<String, MemorizeRequest> requests = requests();
        List<MemorizeResult> done = requests.isEmpty() ? List.of() : memorized(requests);
        if (options.json()) {
            console.print(Json.text(done.stream().map(JsonViews::of).toList()));
        }
        return done.size() == sources.size() ? 0 : 1;
    }

    /** Those that can be asked for at all; the others are told at once, before any database is opened or created. */
    private Map<String, MemorizeRequest> requests() {
        Map<String, MemorizeRequest> requests = new LinkedHashMap<>();
        for (String source : sources) {
            try {
                MemorizeRequest request = Sources.request(source);
                requests.put(source, modality == null ? request : request.withModality(modality));
            } catch (MemoryException e) {
                Failures.tell(source, e, options.debug(), console.err());
            }
        }
        return requests;
    }

    private List<MemorizeResult> memorized(Map<String, MemorizeRequest> requests) {
        ResourcePolicy fetch =
                privateAddresses ? ResourcePolicy.publicWeb().withPrivateAddresses() : ResourcePolicy.publicWeb();
        List<MemorizeResult> done = new ArrayList<>();
        try (MemoryServiceFactory factory = OpenMemory.forWriting(options, fetch, console)) {
            MemoryService service = OpenMemory.service(factory, options);
            requests.forEach((source, request) -> {
                try {
                    MemorizeResult result = memorized(service, source, request);
                    done.add(result);
                    CallLog.total(result.calls(), options, console);
                    if (!options.json()) {
                        console.print(MemorizeText.of(SourceKey.shown(source), result));
                    }
                } catch (MemoryException e) {
                    Failures.tell(source, e, options.debug(), console.err());
                }
            });
        }
        return done;
    }

    private MemorizeResult memorized(MemoryService service, String source, MemorizeRequest request) {
        try (Progress progress = new Progress(console, SourceKey.shown(source))) {
            return service.memorize((again ? request.again() : request).withListener(progress));
        }
    }
}
