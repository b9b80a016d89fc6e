package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.ModalityConverter;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.MemorizeText;
import io.memu4j.cli.view.Progress;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
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

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH|URL|-",
            description = "Files and http(s) addresses; - is standard input.")
    private List<String> sources = List.of();

    @Option(names = "--text", paramLabel = "TEXT", description = "What the user says, instead of a source.")
    private @Nullable String text;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The source key of --text or standard input (default: made of the content).")
    private @Nullable String key;

    @Option(
            names = "--attribute",
            paramLabel = "KEY=VALUE",
            description = "An attribute of the sources, to retrieve by. Repeatable.")
    private Map<String, String> attributes = Map.of();

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
        rejectUnclear();
        Map<String, MemorizeRequest> requests = requests();
        List<MemorizeResult> done = requests.isEmpty() ? List.of() : memorized(requests);
        if (options.json()) {
            console.print(Json.text(done.stream().map(JsonViews::of).toList()));
        }
        return done.size() == sources.size() + (text == null ? 0 : 1) ? 0 : 1;
    }

    private void rejectUnclear() {
        if (sources.isEmpty() && text == null) {
            throw new UsageException("A source is missing: name files and addresses, - for standard input, or --text."
                    + " (see 'memu memorize --help')");
        }
        if (key != null
                && (text == null
                        ? sources.size() != 1 || !Sources.isStandardInput(sources.get(0))
                        : !sources.isEmpty())) {
            throw new UsageException("--key is the key of one text: of --text, or of standard input (-)."
                    + " Files and addresses are their own keys.");
        }
    }

    /** Those that can be asked for at all; the others are told at once, before any database is opened or created. */
    private Map<String, MemorizeRequest> requests() {
        Map<String, MemorizeRequest> requests = new LinkedHashMap<>();
        if (text != null) {
            add("--text", Sources.said(text, checkedKey()), requests);
        }
        for (String source : sources) {
            try {
                MemorizeRequest request = Sources.isStandardInput(source)
                        ? Sources.standardInput(System.in, checkedKey())
                        : Sources.request(source);
                add(source, request, requests);
            } catch (MemoryException e) {
                Failures.tell(source, e, options.debug(), console.err());
            }
        }
        return requests;
    }

    private void add(String source, MemorizeRequest request, Map<String, MemorizeRequest> requests) {
        MemorizeRequest recognised = modality == null ? request : request.withModality(modality);
        try {
            requests.put(source, recognised.withAttributes(attributes));
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --attribute.");
        }
    }

    private @Nullable String checkedKey() {
        try {
            return key == null ? null : SourceKey.checked(key);
        } catch (InvalidInputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
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
