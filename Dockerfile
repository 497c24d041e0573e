# docker build -t tuhei . && docker run --rm --network none -v "$PWD:/data" tuhei redact papers --out clean
FROM node:22-slim AS build
WORKDIR /src
COPY . .
RUN node .ci/setup.mjs \
 && npx -y pnpm@10.34.9 --filter tuhei deploy --prod --legacy /app

FROM node:22-slim
# Fonts for --watermark.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fonts-wqy-microhei \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
RUN ln -s /app/bin/tuhei.js /usr/local/bin/tuhei
USER node
WORKDIR /data
ENTRYPOINT ["tuhei"]
