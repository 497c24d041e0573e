# docker build -t tuhei . && docker run --rm --network none -v "$PWD:/data" tuhei redact papers --out clean
FROM node:22-slim AS build
WORKDIR /src
COPY . .
# As users install it: the packages, and what only pictures need, which are optional peers.
RUN node .ci/setup.mjs \
 && for name in patterns core redactor cli; do \
      (cd packages/$name && npx -y pnpm@10.34.9 pack --pack-destination /tarballs); \
    done \
 && npm install --prefix /app --ignore-scripts --no-audit --no-fund /tarballs/*.tgz \
      $(node -p "Object.entries(require('./packages/core/package.json').devDependencies).map((one) => one.join('@')).join(' ')")

FROM node:22-slim
# Fonts for --watermark.
RUN apt-get update \
 && apt-get install -y --no-install-recommends fonts-wqy-microhei \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
RUN ln -s /app/node_modules/tuhei/bin/tuhei.js /usr/local/bin/tuhei
USER node
WORKDIR /data
ENTRYPOINT ["tuhei"]
