package io.hyperpodgateway.drift;

import io.hyperpodgateway.drift.file.Model;
import io.hyperpodgateway.drift.file.UnusableModelException;
import io.hyperpodgateway.json.Json;
import io.hyperpodgateway.json.JsonObject;
import io.hyperpodgateway.json.JsonReader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Service models for the tests of these rooms.
public final class Models {

    /// The project's model.
    public static final Path PROJECT = Path.of("src/main/codegen/service-2.json");

    /// A model of all four operations with the given shapes, of which `In` is CreateCluster's input
    /// and `Out` DescribeCluster's output.
    private static final String SMALL =
            "{'metadata':{'apiVersion':'2017-07-24','serviceId':'SageMaker'},'operations':{"
                    + "'CreateCluster':{'input':{'shape':'In'}},"
                    + "'DescribeCluster':{'output':{'shape':'Out'}},'ListClusters':{},'ListTags':{}},"
                    + "'shapes':{%s}}";

    private Models() {}

    /// The document of a JSON text in which `'` replaces `"`.
    public static JsonObject json(String text) {
        return read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    public static JsonObject read(byte[] text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }

    /// The project's document.
    public static JsonObject project() throws IOException {
        return read(Files.readAllBytes(PROJECT));
    }

    /// The text of a model of these shapes, in which `'` replaces `"`.
    public static String small(String shapes) {
        return SMALL.formatted(shapes).replace('\'', '"');
    }

    /// A model of these shapes; without `Out` DescribeCluster's answer is empty.
    public static Model of(String shapes) {
        String out = shapes.contains("'Out'") ? "" : ",'Out':{'type':'structure','members':{}}";
        return of(json(small(shapes + out)));
    }

    public static Model of(JsonObject document) {
        try {
            return Model.of(document);
        } catch (UnusableModelException e) {
            throw new AssertionError(e);
        }
    }

    /// The document with a value set at a path; missing objects are created.
    public static JsonObject with(JsonObject document, Json value, String... path) {
        if (path.length == 1) return document.with(path[0], value);
        JsonObject inner = document.object(path[0]).orElse(JsonObject.EMPTY);
        String[] rest = Arrays.copyOfRange(path, 1, path.length);
        return document.with(path[0], with(inner, value, rest));
    }

    /// The value at a path.
    public static JsonObject at(JsonObject document, String... path) {
        JsonObject found = document;
        for (String name : List.of(path)) found = found.object(name).orElseThrow();
        return found;
    }

    /// Gzipped like AWS's own models, without a time.
    public static byte[] gzipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
