package io.memu4j.llm.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RetriableException;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ModelException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Turns what LangChain4j and the network throw into our errors; the only place that does. The cause's own text is never quoted. */
final class ModelFailures {
    private ModelFailures() {}

    static Failure of(Endpoint endpoint, RuntimeException failure) {
        if (failure instanceof MemoryException ours) {
            return new Failure(ours, null);
        }
        HttpException refusal = find(failure, HttpException.class);
        if (refusal != null) {
            return new Failure(
                    refused(
                            endpoint,
                            refusal.statusCode(),
                            ErrorBody.of(String.valueOf(refusal.getMessage())),
                            failure),
                    refusal instanceof HttpRefusal known ? known.retryAfter() : null);
        }
        return new Failure(unanswered(endpoint, failure), null);
    }

    private static MemoryException refused(Endpoint endpoint, int status, ErrorBody body, RuntimeException cause) {
        String subject = endpoint.subject();
        if (status == 402 || (status == 429 && body.saysNoCreditLeft())) {
            return new ConfigurationException(
                    subject + " refused the call (" + status + "): the account has no credit left. Add credit, or use"
                            + " another key.",
                    cause);
        }
        if (status == 401 || status == 403) {
            return new ConfigurationException(
                    subject + " refused the key (" + status + "). " + endpoint.keyRemedy(), cause);
        }
        if (status == 404 || (status == 400 && body.saysUnknownModel())) {
            return new ConfigurationException(
                    subject + " does not exist there (" + status + "). " + endpoint.modelRemedy(), cause);
        }
        if (status == 413 || (status != 429 && body.saysTooLong())) { // llama.cpp says it with a 500
            return ModelException.permanent(
                    subject + " refused the request (" + status + "): it is longer than the model's context. "
                            + endpoint.lengthRemedy(),
                    cause);
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            return ModelException.retriable(
                    subject + (status == 429 ? " gets too many requests" : " is not available") + " (" + status
                            + "). Try again later.",
                    cause);
        }
        return ModelException.permanent(
                subject + " refused the request (" + status + "). Check the base URL and the model. What the server"
                        + " said is in the cause, and shown by --debug.",
                cause);
    }

    /** Whether it was refused because what was sent is longer than the model takes. */
    static boolean isTooLong(ModelException failure) {
        HttpException refusal = find(failure, HttpException.class);
        return refusal != null
                && (refusal.statusCode() == 413
                        || (refusal.statusCode() != 429
                                && ErrorBody.of(String.valueOf(refusal.getMessage()))
                                        .saysTooLong()));
    }

    private static MemoryException unanswered(Endpoint endpoint, RuntimeException failure) {
        String subject = endpoint.subject();
        InterruptedException interrupted = find(failure, InterruptedException.class);
        if (interrupted != null) {
            return interrupted(endpoint, interrupted);
        }
        AnswerTooLong tooLong = find(failure, AnswerTooLong.class);
        if (tooLong != null) {
            return ModelException.permanent(
                    subject + " answered with more than " + tooLong.mostBytes()
                            + " bytes, which no model does. Check the base URL.",
                    failure);
        }
        SSLException tls = find(failure, SSLException.class);
        if (tls != null && !isNotTrusted(failure) && !isNoTls(tls)) {
            return ModelException.retriable(
                    subject + " could not be asked: the TLS connection broke while it was made. Try again later; if it"
                            + " never works, check the base URL and which versions of TLS are spoken there.",
                    failure);
        }
        if (tls != null) {
            return new ConfigurationException(
                    subject + " could not be asked: there is no trusted TLS connection. If its certificate is your own,"
                            + " add it to a trust store and name that with -Djavax.net.ssl.trustStore.",
                    failure);
        }
        if (find(failure, UnresolvedAddressException.class) != null
                || find(failure, UnknownHostException.class) != null) {
            return new ConfigurationException(
                    subject + " could not be asked: there is no host of that name. Check the base URL.", failure);
        }
        if (find(failure, ConnectException.class) != null) {
            return ModelException.retriable(
                    subject + " could not be asked: nothing answers there. Check that it is running, and the base URL.",
                    failure);
        }
        if (find(failure, JsonProcessingException.class) != null) {
            return ModelException.permanent(
                    subject + " answered something that is not its protocol. Check the base URL.", failure);
        }
        if (find(failure, AuthenticationException.class) != null) {
            return new ConfigurationException(subject + " refused the key. " + endpoint.keyRemedy(), failure);
        }
        if (find(failure, ModelNotFoundException.class) != null) {
            return new ConfigurationException(subject + " does not exist. " + endpoint.modelRemedy(), failure);
        }
        if (isTimeout(failure)) {
            return ModelException.retriable(
                    subject + " did not answer in time. Try again later, or allow more with"
                            + " ModelLimits.withTimeout(..).",
                    failure);
        }
        String what = subject + " failed with " + failure.getClass().getSimpleName();
        return isRetriable(failure)
                ? ModelException.retriable(what + ". Try again later.", failure)
                : ModelException.permanent(
                        what + ". Check the model's name, address, key and limits; the cause says more.", failure);
    }

    /** The thread was interrupted while it waited. */
    static ModelException interrupted(Endpoint endpoint, InterruptedException cause) {
        return ModelException.retriable(
                endpoint.subject() + " was not asked to the end: the thread was interrupted.", cause);
    }

    private static boolean isNotTrusted(Throwable failure) {
        return find(failure, CertificateException.class) != null
                || find(failure, CertPathValidatorException.class) != null
                || find(failure, CertPathBuilderException.class) != null
                || find(failure, SSLPeerUnverifiedException.class) != null;
    }

    /** An answer in plain text, which the JDK has no type for. */
    private static boolean isNoTls(SSLException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("unrecognized ssl message");
    }

    private static boolean isTimeout(Throwable failure) {
        return find(failure, TimeoutException.class) != null
                || find(failure, java.net.http.HttpTimeoutException.class) != null
                || find(failure, dev.langchain4j.exception.TimeoutException.class) != null;
    }

    private static boolean isRetriable(Throwable failure) {
        return find(failure, NonRetriableException.class) == null
                && (find(failure, RetriableException.class) != null
                        || find(failure, IOException.class) != null
                        || find(failure, CancellationException.class) != null);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
