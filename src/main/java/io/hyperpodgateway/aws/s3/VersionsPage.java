package io.hyperpodgateway.aws.s3;

import io.hyperpodgateway.audit.AuditUnavailableException;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A page of ListObjectVersions' answer.
///
/// @param keys the keys of versions, without delete markers
/// @param nextKey where the next page begins, with `nextVersion`
record VersionsPage(
        List<String> keys,
        boolean isTruncated,
        Optional<String> nextKey,
        Optional<String> nextVersion) {

    static final VersionsPage EMPTY =
            new VersionsPage(List.of(), false, Optional.empty(), Optional.empty());

    VersionsPage {
        keys = List.copyOf(keys);
        Objects.requireNonNull(nextKey);
        Objects.requireNonNull(nextVersion);
    }

    /// @throws AuditUnavailableException if it is no such answer
    static VersionsPage read(String bucket, String xml) {
        try {
            return read(reader(xml));
        } catch (XMLStreamException e) {
            throw new AuditUnavailableException(
                    "bucket %s: its list cannot be read".formatted(bucket), e);
        }
    }

    private static XMLStreamReader reader(String xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new StringReader(xml));
    }

    private static VersionsPage read(XMLStreamReader xml) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        Map<String, String> texts = new HashMap<>();
        var keys = new ArrayList<String>();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> path.addLast(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                case XMLStreamConstants.CHARACTERS -> {
                    String place = String.join("/", path);
                    if (place.equals("ListVersionsResult/Version/Key")) keys.add(xml.getText());
                    texts.put(place, xml.getText());
                }
                default -> {}
            }
        }
        return new VersionsPage(
                keys,
                "true".equals(texts.get("ListVersionsResult/IsTruncated")),
                Optional.ofNullable(texts.get("ListVersionsResult/NextKeyMarker")),
                Optional.ofNullable(texts.get("ListVersionsResult/NextVersionIdMarker")));
    }
}
