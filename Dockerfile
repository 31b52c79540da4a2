# Two stages: one that builds with everything, one that runs with what production needs, without npm and without root.
#   docker build -t komek .                     the portal: web (default command) and worker
#   docker build -t komek-sandbox --target sandbox .   the stand-ins of the outside world, for demonstrations only

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/build.mjs

FROM build AS packages
RUN npm prune --omit=dev

FROM node:20-bookworm-slim AS sandbox
ENV NODE_ENV=production SANDBOX_HOST=0.0.0.0
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "scripts/sandbox.mjs", "--data", "/data"]

FROM node:20-bookworm-slim AS portal
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
RUN rm -rf /usr/local/lib/node_modules /opt/yarn*
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/public ./public
COPY --from=build /app/views ./views
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/src/main.js"]
