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

/// Service models as the tests of these rooms write them.
public final class Models {

    /// The model in the project.
    public static final Path PROJECT = Path.of("src/main/codegen/service-2.json");

    /// A model of all four operations around the shapes given, of which `In` is CreateCluster's
    /// input and `Out` DescribeCluster's output.
    private static final String SMALL =
            "{'metadata':{'apiVersion':'2017-07-24','serviceId':'SageMaker'},'operations':{"
                    + "'CreateCluster':{'input':{'shape':'In'}},"
                    + "'DescribeCluster':{'output':{'shape':'Out'}},'ListClusters':{},'ListTags':{}},"
                    + "'shapes':{%s}}";

    private Models() {}

    /// The document of a JSON text in which `'` stands for `"`.
    public static JsonObject json(String text) {
        return read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /// The document of a file.
    public static JsonObject read(byte[] text) {
        return (JsonObject) JsonReader.read(text).orElseThrow();
    }

    /// The document in the project.
    public static JsonObject project() throws IOException {
        return read(Files.readAllBytes(PROJECT));
    }

    /// The text of a model of those shapes, in which `'` stands for `"`.
    public static String small(String shapes) {
        return SMALL.formatted(shapes).replace('\'', '"');
    }

    /// A model of those shapes; without `Out` among them DescribeCluster answers an empty one.
    public static Model of(String shapes) {
        String out = shapes.contains("'Out'") ? "" : ",'Out':{'type':'structure','members':{}}";
        return of(json(small(shapes + out)));
    }

    /// The model of a document.
    public static Model of(JsonObject document) {
        try {
            return Model.of(document);
        } catch (UnusableModelException e) {
            throw new AssertionError(e);
        }
    }

    /// The document with a value set at a path, objects made on the way.
    public static JsonObject with(JsonObject document, Json value, String... path) {
        if (path.length == 1) return document.with(path[0], value);
        JsonObject inner = document.object(path[0]).orElse(JsonObject.EMPTY);
        String[] rest = Arrays.copyOfRange(path, 1, path.length);
        return document.with(path[0], with(inner, value, rest));
    }

    /// What is at a path.
    public static JsonObject at(JsonObject document, String... path) {
        JsonObject found = document;
        for (String name : List.of(path)) found = found.object(name).orElseThrow();
        return found;
    }

    /// The bytes gzipped, as AWS's own tools ship models; they do not say when.
    public static byte[] gzipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
